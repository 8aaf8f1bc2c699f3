/** The manners of the board in company, from one board to another, and as a list. */
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { shiftNotes } from '#document/boards/arrange';
import { BoardHand, onPlainBoard } from './support/board-hand';
import { expect, test } from './support/kamer';
import { rawLine } from './support/raw-line';

test('in company: one note by two, locks, following, being brought, undo of one’s own', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  // Who comes later is met by a card first.
  const guest = await story.join('Anouk');
  await onPlainBoard(story, { facilitator });
  const mine = new BoardHand(facilitator);
  const theirs = new BoardHand(guest);
  await mine.write('samen', 'apart');
  await expect(guest.note('samen')).toBeVisible();

  await test.step('two people write in one note and nobody loses a letter', async () => {
    await facilitator.note('samen').dblclick();
    await guest.note('samen').dblclick();
    await theirs.field.press('Home');
    await Promise.all([
      facilitator.page.keyboard.type(' van rechts'),
      guest.page.keyboard.type('van links '),
    ]);
    await facilitator.page.keyboard.press('Escape');
    await guest.page.keyboard.press('Escape');
    await expect(facilitator.note('van links samen van rechts')).toBeVisible();
    await expect(guest.note('van links samen van rechts')).toBeVisible();
  });

  await test.step('undo takes back one’s own work only', async () => {
    await guest.page.keyboard.press('Escape');
    await theirs.write('van de gast');
    await expect(facilitator.note('van de gast')).toBeVisible();
    await facilitator.page.keyboard.press('Escape');
    await facilitator.note('apart').click();
    await mine.bar.getByRole('button', { name: 'groen' }).click();
    await expect(guest.note('apart')).toHaveAttribute('data-color', 'green');
    await facilitator.page.keyboard.press('Control+z');
    await expect(guest.note('apart')).not.toHaveAttribute('data-color', 'green');
    await expect(guest.note('van de gast')).toBeVisible();
    await facilitator.page.keyboard.press('Control+Shift+z');
    await expect(guest.note('apart')).toHaveAttribute('data-color', 'green');
  });

  await test.step('a locked note says so and stays', async () => {
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(guest.note('apart')).toHaveAccessibleName(/vastgezet/);
    const before = await theirs.placeOf('apart');
    const grip = await theirs.at('apart');
    await theirs.drag(grip, { x: grip.x + 60, y: grip.y + 60 });
    await guest.page.keyboard.press('Escape');
    expect(await theirs.placeOf('apart')).toEqual(before);
    await guest.note('apart').click();
    await expect(theirs.bar).toContainText('Vastgezet door de facilitator');
    await guest.note('apart').click({ button: 'right' });
    await expect(guest.page.getByRole('menuitem', { name: /^Verwijder/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await guest.page.keyboard.press('Escape');
    await facilitator.page.keyboard.press('Control+Shift+l');
    await expect(guest.note('apart')).not.toHaveAccessibleName(/vastgezet/);
  });

  await test.step('a participant has what the step needs; the facilitator opens more', async () => {
    await guest.note('apart').click({ button: 'right' });
    await expect(guest.page.getByRole('menuitem', { name: 'Kopieer' })).toBeVisible();
    await expect(guest.page.getByRole('menuitem', { name: 'Naar voren' })).toHaveCount(0);
    await guest.page.keyboard.press('Escape');
    const stepId = facilitator.wire.stage.now?.stepId ?? '';
    await facilitator.did({ kind: 'set-wide-tools', stepId, wide: true });
    await expect.poll(() => guest.wire.stage.now?.wideTools).toBe(true);
    await guest.note('apart').click({ button: 'right' });
    await theirs.choose('Naar voren');
  });

  await test.step('following: the view goes along, both are told, an own move ends it', async () => {
    await guest.button('Meer gereedschap').click();
    await theirs.choose('Volg iemand', /^Volg Fenna Faber/);
    await expect(guest.page.getByText('Je volgt Fenna Faber')).toBeVisible();
    await expect(facilitator.page.getByText('Anouk volgt je')).toBeVisible();
    const before = await theirs.placeOf('apart');
    const from = await mine.on(60, 520);
    await facilitator.page.mouse.move(from.x, from.y);
    await facilitator.page.mouse.wheel(0, 240);
    await expect.poll(async () => (await theirs.placeOf('apart')).y).toBeLessThan(before.y);
    const own = await theirs.on(60, 520);
    await guest.page.mouse.move(own.x, own.y);
    await guest.page.mouse.wheel(0, 40);
    await expect(guest.page.getByText('Je volgt Fenna Faber')).toBeHidden();
    await expect(facilitator.page.getByText('Anouk volgt je')).toBeHidden();
  });

  await test.step('brought here, and back again', async () => {
    const before = await theirs.placeOf('apart');
    const boardId = facilitator.wire.stage.now?.board?.boardId ?? '';
    const view = { x: -4000, y: -4000, w: 1200, h: 700 };
    await facilitator.did({ kind: 'bring-here', boardId, view });
    await expect(guest.page.getByText('Fenna Faber haalde je hierheen')).toBeVisible();
    await expect(guest.note('apart')).not.toBeInViewport();
    await guest.page.getByRole('button', { name: 'Terug', exact: true }).click();
    await expect.poll(() => theirs.placeOf('apart')).toEqual(before);
  });
});

test('notes with their group go from one board to another, and as lines to anywhere', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await onPlainBoard(story, { facilitator });
  const { page } = facilitator;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const hand = new BoardHand(facilitator);
  await hand.write('een', 'twee', 'los');
  await facilitator.note('een').click();
  await page.keyboard.down('Shift');
  await facilitator.note('twee').click();
  await page.keyboard.up('Shift');
  await hand.bar.getByRole('button', { name: 'Nieuwe groep' }).click();
  await page.keyboard.type('Paar');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Gekopieerd: 3 briefjes')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('een\ntwee\nlos');

  await onPlainBoard(story, { facilitator, exercise: 'voorkennis' });
  await expect(hand.wall).toHaveAccessibleName('Muur met 0 briefjes');
  await page.keyboard.press('Control+v');
  await expect(facilitator.note('twee')).toHaveAccessibleName(/in groep Paar/);
  await expect(facilitator.note('los')).not.toHaveAccessibleName(/in groep/);
  await page.keyboard.press('Control+z');
  await expect(hand.wall).toHaveAccessibleName('Muur met 0 briefjes');
});

test('the same board as a list, by keyboard alone', async ({ story }) => {
  const facilitator = await story.facilitator();
  await onPlainBoard(story, { facilitator });
  const { page } = facilitator;
  const hand = new BoardHand(facilitator);
  await hand.write('een', 'twee', 'drie');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Digit3');
  const list = page.getByRole('region', { name: 'Het bord als lijst' });
  await expect(list.getByRole('listitem')).toHaveCount(3);

  await facilitator.note('drie').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => facilitator.note().allInnerTexts()).toEqual(['een', 'drie', 'twee']);
  await page.keyboard.press('m');
  await facilitator.dialog.getByRole('button', { name: 'Nieuwe groep' }).press('Enter');
  await page.keyboard.type('Lijstgroep');
  await page.keyboard.press('Enter');
  await expect(facilitator.note('drie')).toHaveAccessibleName(/in groep Lijstgroep/);
  await facilitator.note('twee').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Kleur' }).press('ArrowRight');
  await page.getByRole('menuitemcheckbox', { name: 'blauw' }).press('Enter');
  await expect(list.getByRole('listitem').filter({ hasText: 'twee' })).toHaveClass(/blue/);
  await facilitator.note('twee').focus();
  await page.keyboard.press('l');
  await expect(facilitator.note('twee')).toHaveAccessibleName(/vastgezet/);
  await page.keyboard.press('l');
  await page.keyboard.press('Delete');
  await expect(facilitator.note('twee')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(facilitator.note('twee')).toBeVisible();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('ee');
  await expect(page.getByText('1 van 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(facilitator.note('een')).toBeFocused();
});

test('a note that another puts down does not jump, whichever of place and presence comes first', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk');
  await onPlainBoard(story, { facilitator });
  const mine = new BoardHand(facilitator);
  await mine.write('gedragen');
  await expect(guest.note('gedragen')).toBeVisible();
  const { doc, line } = await rawLine(guest);
  const hand = { cursor: null, typing: null, selection: [] };
  try {
    const [note] = plainWall(doc).notes;
    if (!note) throw new Error('the note is not on the wall');
    const before = await mine.placeOf('gedragen');
    line.awareness.setLocalState({ ...hand, drag: { noteIds: [note.id], by: [0, 150] } });
    await expect.poll(async () => (await mine.placeOf('gedragen')).y).toBeGreaterThan(before.y);
    const carried = await mine.placeOf('gedragen');
    const [x, y] = note.at;
    // Each frame counts: a jump that is over when one looks was still a jump.
    await facilitator.note('gedragen').evaluate((element) => {
      const look = (): void => {
        const seen = Math.round(element.getBoundingClientRect().y);
        if (!element.dataset['seen']?.split(' ').includes(String(seen)))
          element.dataset['seen'] = `${element.dataset['seen'] ?? ''} ${seen}`.trim();
        requestAnimationFrame(look);
      };
      look();
    });
    shiftNotes(doc, [{ id: note.id, at: [x, y + 150] }], local);
    await expect(facilitator.note('gedragen')).toHaveCSS('margin-top', `${y + 150}px`);
    line.awareness.setLocalState({ ...hand, drag: null });
    await expect(facilitator.note('gedragen')).not.toHaveClass(/lifted/);
    await expect(facilitator.note('gedragen')).toHaveAttribute('data-seen', String(carried.y));
  } finally {
    line.destroy();
  }
});
