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

test('under the set the team’s order is joined to the customers’, and what came later was put to nobody', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna', { viewport: { width: 1440, height: 900 } });
  await facilitator.makeDecider('Anna');
  const ids = await test.step('four concepts are kept on Thursday', async () => {
    await facilitator.openExercise('conceptbeloften');
    const made = await climbLadders(
      facilitator,
      ['wij je bellen', 'jij het uur kiest', 'de prijs klopt', 'het in één keer lukt'].map(
        (words) => ({ behoefte: `Ik wil dat ${words}`, words }),
      ),
    );
    const way = ['open', 'writing', 'reveal', 'voting', 'result', 'decision'] as const;
    for (const [at, to] of way.slice(1).entries()) {
      await facilitator.advance('conceptbeloften', way[at] ?? 'open', to);
    }
    await anna.inPhase('decision');
    const { stepId, round } = anna.wire.stage.now ?? {};
    const kept = (round?.candidates ?? []).map(({ id }) => id);
    const reason = 'Deze leggen we voor';
    await anna.did({ kind: 'keep-beloften', stepId: stepId ?? '', kept, reason });
    return made;
  });
  await test.step('three customers rank them', async () => {
    const ranked = [ids[2], ids[2], ids[0]].map((id) => id ?? '');
    for (const name of ['Truus', 'Fatima', 'Bé']) {
      await facilitator.did({ kind: 'add-customer', name, slotAt: null, reserve: false });
    }
    await facilitator.openExercise('interviews');
    for (const { id: customerId } of facilitator.wire.stage.customers ?? []) {
      await facilitator.did({ kind: 'start-interview', customerId });
      await facilitator.did({ kind: 'begin-asking', customerId });
      await facilitator.did({ kind: 'give-words', customerId, words: 'op tijd' });
      await facilitator.did({ kind: 'give-customer-dots', customerId, dots: ranked });
      await facilitator.did({ kind: 'finish-asking', customerId });
      await facilitator.did({ kind: 'round-off-interview', customerId });
    }
  });
  await test.step('[L72] two or more places apart is said in words, and nothing of who ranked what', async () => {
    await facilitator.openExercise('klantbeloften');
    await climbLadders(facilitator, [{ behoefte: 'Bloemen', words: 'je bloemen krijgt' }]);
    await anna.button('Set').click();
    await expect(ladder(anna, 2)).toContainText('team 3, klanten 1');
    await expect(ladder(anna, 2)).toContainText('2 plaatsen hoger dan het team');
    await expect(anna.page.locator('[data-set] svg path.thick')).not.toHaveCount(0);
    await expect(ladder(anna, 3)).toContainText('klanten 3,5');
    const eye = new Eye([wide, narrow]);
    await eye.look(anna.page, 'both orders');
    expect(eye.faults).toEqual([]);
  });
  await test.step('[L72] a belofte that came later was put to nobody', async () => {
    await anna.button('Ladder').click();
    await expect(
      anna.page.getByRole('listitem').filter({ hasText: 'je bloemen krijgt' }),
    ).toContainText('niet voorgelegd');
  });
});
