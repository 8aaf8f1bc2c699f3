/** The set of klantbeloften in real browsers: the skyline, what it says to who cannot see it, and the way into each ladder. */
import type { Locator } from '@playwright/test';
import { Eye, narrow, wide } from './support/eye';
import { climbLadders } from './support/fill-ladders';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const ladder = ({ page }: Person, at: number): Locator => page.locator('[data-set-ladder]').nth(at);
const cell = (person: Person, at: number, name: string): Locator =>
  ladder(person, at).getByRole('listitem').filter({ hasText: name }).first();

test('the set shows which beloften stand firm and which are contradicted, to eyes, keys and fingers', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.openExercise('klantbeloften');
  await climbLadders(facilitator, [
    {
      ...{ behoefte: 'Ik zit de hele dag te wachten', saidBy: ['K2', 642] },
      ...{ words: 'wij je bellen', strength: 'seen-in-test', inPlace: ['Route-app'] },
      ...{ for: ['K1', 'K2'], showed: 'gerust na het belletje' },
    },
    {
      ...{ behoefte: 'Het werd zestig euro meer', words: 'de prijs vooraf klopt' },
      ...{
        for: ['K1'],
        against: ['K2', 'K3'],
        showed: 'geloofden het niet',
        quote: 'En meer werk?',
      },
    },
    {
      behoefte: 'Hij moest terugkomen',
      words: 'hij het onderdeel bij zich heeft',
      errands: [['Foto lezen', 'Henk', '']],
    },
  ]);
  const eye = new Eye([wide, narrow]);

  await test.step('[L73] each rung says how it stands, and an unmade one the one reason', async () => {
    await anna.button('Set').click();
    await expect(
      anna.page.getByRole('heading', { level: 1, name: 'Je kunt erop rekenen dat…' }),
    ).toBeVisible();
    await expect(cell(anna, 0, 'Bewijs')).toHaveAttribute('data-state', 'lit');
    await expect(ladder(anna, 0)).toContainText('Sterkte: gezien in de test, 2 van 4');
    await expect(cell(anna, 1, 'Bewijs')).toHaveAttribute('data-state', 'broken');
    await expect(cell(anna, 1, 'Bewijs')).toContainText('2 van 3 klanten spreken het tegen');
    await expect(cell(anna, 1, 'Bewijs')).toContainText('En meer werk?');
    await expect(cell(anna, 2, 'Bewijs')).toContainText('Eerst regelen');
    await expect(ladder(anna, 0)).toContainText('team 1');
    await eye.look(anna.page, 'the set');
  });

  await test.step('[L73] is read as behoefte, belofte, bewijs, whichever way it stands', async () => {
    const headings = await ladder(anna, 0).getByRole('heading', { level: 3 }).allTextContents();
    expect(headings.map((one) => one.replace(/\s+/gu, ' ').trim())).toEqual([
      ...['Behoefte, staat', 'Belofte, staat', 'Bewijs, staat'],
    ]);
    const [top, ground] = await Promise.all(
      ['Bewijs', 'Behoefte'].map((name) => cell(anna, 0, name).boundingBox()),
    );
    expect(top?.y ?? 0).toBeLessThan(ground?.y ?? 0);
  });

  await test.step('[L73] by keys from ladder to ladder, along with one, and into one', async () => {
    const into = (name: RegExp): Locator => anna.button(name);
    await into(/^Open belofte 1/).focus();
    await anna.page.keyboard.press('ArrowRight');
    await expect(into(/^Open belofte 2/)).toBeFocused();
    await anna.page.keyboard.press('Alt+ArrowLeft');
    await expect(into(/^Open belofte 1: de prijs/)).toBeFocused();
    await expect(ladder(anna, 1)).toContainText('wij je bellen');
    await anna.page.keyboard.press('Enter');
    await expect(anna.page.locator('[data-rung="bewijs"]')).toHaveAttribute('data-state', 'broken');
  });

  await test.step('[L73] on a phone a column of cards, moved and opened by single taps', async () => {
    await bram.button('Set').tap();
    await expect(ladder(bram, 0)).toContainText('de prijs vooraf klopt');
    await bram.button('Meer bij wij je bellen').tap();
    await bram.page.getByRole('menuitem', { name: 'Naar voren' }).tap();
    await expect(ladder(bram, 0)).toContainText('wij je bellen');
    await bram.button(/^Open belofte 1/).tap();
    await expect(bram.page.locator('[data-rung="bewijs"]')).toHaveAttribute('data-state', 'lit');
  });

  await test.step('as a list it holds the same', async () => {
    await anna.button('Lijst').click();
    await expect(anna.page.locator('[data-set="list"] [data-set-ladder]')).toHaveCount(3);
    await eye.look(anna.page, 'the set as a list');
  });
  expect(eye.faults).toEqual([]);
});
