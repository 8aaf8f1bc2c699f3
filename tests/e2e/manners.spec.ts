/** The manners of the board at a desk: everything by mouse and by keyboard. */
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { BoardHand, onPlainBoard } from './support/board-hand';
import { expect, test } from './support/kamer';

async function clipboard(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
}

test('making: letters, N, a double-click, Enter after Enter, a list and a table', async ({
  story,
}, info) => {
  const facilitator = await story.facilitator();
  await onPlainBoard(story, { facilitator });
  const { page } = facilitator;
  const hand = new BoardHand(facilitator);

  await test.step('typing anywhere begins a note with that letter, Enter the next', async () => {
    await page.keyboard.type('Te laat');
    await expect(hand.field).toHaveValue('Te laat');
    await page.keyboard.press('Enter');
    await expect(hand.field).toHaveValue('');
    await page.keyboard.type('hij belt niet');
    await expect(hand.field).toHaveValue('hij belt niet');
    await page.keyboard.press('Escape');
    await expect(hand.field).toHaveCount(0);
    await expect(facilitator.note()).toHaveCount(2);
    await page.keyboard.press('Escape');
  });

  await test.step('N and a double-click begin an empty note; left empty it goes', async () => {
    await hand.wall.click({ position: { x: 40, y: 500 } });
    await page.keyboard.press('n');
    await expect(hand.field).toHaveValue('');
    await page.keyboard.type('Met N');
    await page.keyboard.press('Escape');
    await hand.wall.dblclick({ position: { x: 120, y: 480 } });
    await expect(hand.field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(facilitator.note()).toHaveCount(3);
    await hand.wall.dblclick({ position: { x: 120, y: 480 } });
    await page.keyboard.type('Dubbelklik');
    await page.keyboard.press('Escape');
    await expect(facilitator.note('Dubbelklik')).toBeVisible();
  });

  await test.step('ten lines make ten notes, in one step of undo', async () => {
    await hand.wall.click({ position: { x: 40, y: 500 } });
    await clipboard(page, Array.from({ length: 10 }, (_, at) => `- regel ${at + 1}`).join('\n'));
    await page.keyboard.press('Control+v');
    await expect(hand.wall).toHaveAccessibleName('Muur met 14 briefjes');
    await page.keyboard.press('Control+z');
    await expect(hand.wall).toHaveAccessibleName('Muur met 4 briefjes');
  });

  await test.step('a table makes notes with groups and colours, by pasting and by file', async () => {
    await clipboard(page, 'Tekst;Kleur;Groep\n"Wachten; lang";roze;Tijd\nTe duur;blauw;Geld');
    await page.keyboard.press('Control+v');
    await expect(facilitator.note('Wachten; lang')).toHaveAccessibleName(/in groep Tijd/);
    await expect(facilitator.note('Te duur')).toHaveAttribute('data-color', 'blue');
    const file = info.outputPath('lijst.csv');
    const rows = Array.from({ length: 502 }, (_, at) => `rij ${at},Veel`).join('\n');
    await writeFile(file, `text,group\n${rows}`);
    const chosen = page.waitForEvent('filechooser');
    await facilitator.button('Meer gereedschap').click();
    await page.getByRole('menuitem', { name: /CSV-bestand/ }).click();
    await (await chosen).setFiles(file);
    await expect(page.getByText('Niet meegenomen: 2.')).toBeVisible();
    await expect(hand.wall).toHaveAccessibleName('Muur met 506 briefjes');
  });
});

test('selecting and moving: marquee, Shift, arrows, groups, stacks, in line and in view', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await onPlainBoard(story, { facilitator });
  const { page } = facilitator;
  const hand = new BoardHand(facilitator);
  await hand.write('een', 'twee', 'drie');
  await page.keyboard.press('Shift+Digit0');

  await test.step('a drag on the empty wall selects, Shift adds, Escape lets go', async () => {
    const from = await hand.at('een', -30, -30);
    await hand.drag(from, await hand.at('twee', 40, 90));
    await expect(hand.selected()).toHaveCount(2);
    await page.keyboard.down('Shift');
    await facilitator.note('drie').click();
    await page.keyboard.up('Shift');
    await expect(hand.selected()).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(hand.selected()).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await expect(hand.selected()).toHaveCount(3);
    await page.keyboard.press('Escape');
  });

  await test.step('arrows move, with Shift finely; a drag takes all that are selected', async () => {
    await facilitator.note('een').click();
    const before = await hand.placeOf('een');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    const after = await hand.placeOf('een');
    expect([after.x - before.x, after.y - before.y]).toEqual([4, 24]);
    await page.keyboard.press('Control+a');
    const twee = await hand.placeOf('twee');
    const grip = await hand.at('drie');
    await hand.drag(grip, { x: grip.x + 10, y: grip.y + 60 });
    expect((await hand.placeOf('twee')).y).toBe(twee.y + 60);
    await page.keyboard.press('Control+z');
    expect((await hand.placeOf('twee')).y).toBe(twee.y);
    await page.keyboard.press('Escape');
  });

  await test.step('a group by dropping, with its name typed at once', async () => {
    await hand.drag(await hand.at('twee'), await hand.at('een'));
    await expect(page.getByRole('textbox', { name: 'Naam van de groep' })).toBeFocused();
    await page.keyboard.type('Samen');
    await page.keyboard.press('Enter');
    await expect(facilitator.note('twee')).toHaveAccessibleName(/in groep Samen/);
  });

  await test.step('letters typed while the dialog closes are the name of the group', async () => {
    await facilitator.note('drie').click();
    await page.keyboard.press('Shift+F10');
    await hand.choose('Verplaats naar…');
    await facilitator.dialog.getByRole('button', { name: 'Nieuwe groep' }).click();
    await page.keyboard.type('Alleen');
    await expect(page.getByRole('textbox', { name: 'Naam van de groep' })).toHaveValue('Alleen');
    await page.keyboard.press('Enter');
    await expect(facilitator.note('drie')).toHaveAccessibleName(/in groep Alleen/);
  });

  await test.step('out of the group, on a stack and off it, by the menu', async () => {
    await facilitator.note('drie').click({ button: 'right' });
    await hand.choose('Los op de muur');
    await expect(facilitator.note('drie')).not.toHaveAccessibleName(/in groep/);
    await page.getByRole('button', { name: 'Meer voor groep Samen' }).focus();
    await page.keyboard.press('Enter');
    await hand.choose('Hef de groep op');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await hand.bar.getByRole('button', { name: 'Meer keuzes' }).click();
    await hand.choose('Leg op één stapel');
    await expect(hand.wall).toHaveAccessibleName('Muur met 1 briefjes');
    await page.keyboard.press('Shift+F10');
    await hand.choose('Haal de stapel uit elkaar');
    await expect(hand.wall).toHaveAccessibleName('Muur met 3 briefjes');
  });

  await test.step('in line, tidy, above the others, twice', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await hand.bar.getByRole('button', { name: 'Meer keuzes' }).click();
    await hand.choose('Uitlijnen', 'Netjes leggen');
    const tops = await Promise.all(['een', 'twee', 'drie'].map((text) => hand.placeOf(text)));
    expect(new Set(tops.map(({ x, y }) => `${x},${y}`)).size).toBe(3);
    await hand.bar.getByRole('button', { name: 'Meer keuzes' }).click();
    await hand.choose('Uitlijnen', 'Boven');
    const aligned = await Promise.all(['een', 'twee', 'drie'].map((text) => hand.placeOf(text)));
    expect(new Set(aligned.map(({ y }) => y)).size).toBe(1);
    expect(new Set(aligned.map(({ x }) => x)).size).toBe(3);
    await page.keyboard.press('Escape');
    await facilitator.note('een').click();
    await page.keyboard.press('Control+d');
    await expect(facilitator.note('een')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(facilitator.note('een')).toHaveCount(1);
  });
});

test('the view: fit, sizes, wheel, space, hand and pointer, search', async ({ story }) => {
  const facilitator = await story.facilitator();
  await onPlainBoard(story, { facilitator });
  const { page } = facilitator;
  const hand = new BoardHand(facilitator);
  await hand.write('De monteur', 'Het tijdvak', 'De klant');

  await test.step('zoom by keys and wheel', async () => {
    await page.keyboard.press('-');
    await expect.poll(() => hand.zoom()).toBe(80);
    await page.keyboard.press('Shift+Digit0');
    await expect.poll(() => hand.zoom()).toBe(100);
    await facilitator.note('De klant').click();
    await page.keyboard.press('Shift+Digit2');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Digit1');
    const at = await hand.on(300, 300);
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(() => hand.zoom()).toBeGreaterThan(100);
    await page.keyboard.press('Shift+Digit0');
  });

  await test.step('under a wheel that still turns a press finds what lies there, and the map goes along', async () => {
    const frame = page.getByRole('button', { name: 'Overzicht van de muur' }).locator('.frame');
    const monteur = await hand.at('De monteur');
    await page.mouse.move(monteur.x, monteur.y);
    await page.mouse.wheel(4_000, 0);
    await expect(facilitator.note('De monteur')).not.toBeInViewport();
    const across = async (): Promise<number> => (await frame.boundingBox())?.x ?? NaN;
    await expect.poll(across).toBeGreaterThan(0);
    const before = await across();
    await page.mouse.wheel(-1_500, 0);
    await expect.poll(across).toBeLessThan(before);
    await page.mouse.wheel(-2_500, 0);
    await expect(facilitator.note('De monteur')).toBeInViewport();
    // Turned by a hair and pressed at once, by a hand that does not move.
    const under = await page.evaluate(
      ({ x, y }) =>
        new Promise((tell) => {
          const wall = document.elementFromPoint(x, y)?.closest('[role="region"]');
          const over = { clientX: x, clientY: y, bubbles: true, cancelable: true };
          wall?.dispatchEvent(new WheelEvent('wheel', { ...over, deltaY: 1 }));
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              tell(document.elementFromPoint(x, y)?.hasAttribute('data-shield')),
            ),
          );
        }),
      monteur,
    );
    expect(under).toBe(true);
    await page.mouse.wheel(0, -1);
    await page.mouse.down();
    await page.mouse.up();
    await expect(facilitator.note('De monteur')).toHaveAttribute('aria-pressed', 'true');
    await expect(facilitator.note('De monteur')).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('space, the middle button and the hand move the wall; the pointer selects', async () => {
    const moved = async (act: () => Promise<void>): Promise<number> => {
      const before = await hand.placeOf('De monteur');
      await act();
      return (await hand.placeOf('De monteur')).x - before.x;
    };
    const from = await hand.on(60, 520);
    const to = { x: from.x + 50, y: from.y };
    await page.mouse.move(from.x, from.y);
    await page.keyboard.down('Space');
    expect(await moved(() => hand.drag(from, to))).toBe(50);
    await page.keyboard.up('Space');
    expect(await moved(() => hand.drag(to, from, { button: 'middle' }))).toBe(-50);
    await facilitator.button(/^Verschuiven: sleep de muur/).click();
    expect(await moved(() => hand.drag(from, to))).toBe(50);
    // On a button a letter is no text: V is the pointer, H the hand.
    await facilitator.button(/^Verschuiven: sleep de muur/).focus();
    await page.keyboard.press('v');
    expect(await moved(() => hand.drag(to, from))).toBe(0);
  });

  await test.step('search goes to what it finds and gives the focus back', async () => {
    await page.mouse.click((await hand.on(40, 540)).x, (await hand.on(40, 540)).y);
    await page.keyboard.press('Control+f');
    const field = page.getByRole('searchbox', { name: 'Zoek op dit bord' });
    await expect(field).toBeFocused();
    await page.keyboard.type('de ');
    await expect(page.getByText('1 van 2')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 van 2')).toBeVisible();
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByText('1 van 2')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(facilitator.note('De monteur')).toBeFocused();
  });

  await test.step('the keys on one screen', async () => {
    await page.keyboard.press('?');
    await expect(facilitator.dialog.getByRole('heading', { name: 'Toetsen' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(facilitator.dialog).toBeHidden();
  });
});
