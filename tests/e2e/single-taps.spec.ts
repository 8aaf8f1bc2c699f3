/**
 * The whole first exercise by single taps on two phones: no drag, no long press, no key but letters.
 * Everything that is asked of a participant and of a facilitator can be got at with one thumb.
 */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/kamer';
import type { Person } from './support/person';

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1,
} as const;

/** Types into what a tap has just opened, letters only. */
async function fill(person: Person, field: Locator, text: string): Promise<void> {
  await field.tap();
  await expect(field).toBeFocused();
  await person.page.keyboard.type(text);
}

async function pick(person: Person, button: Locator, item: string): Promise<void> {
  await button.tap();
  const named = { name: item, exact: true };
  const { page } = person;
  await page.getByRole('menuitem', named).or(page.getByRole('menuitemcheckbox', named)).tap();
  await expect(person.page.getByRole('menu')).toBeHidden();
}

/** From the list: 'Verplaats naar…' for the note with that text. */
async function move(person: Person, text: string, to: string | RegExp): Promise<void> {
  await pick(person, person.button(new RegExp(`^Meer voor briefje: .*${text}`)), 'Verplaats naar…');
  await person.dialog.getByRole('button', { name: to }).first().tap();
  await expect(person.dialog).toBeHidden();
}

test('an exercise is joined, written, revealed, grouped, voted on and decided by single taps alone', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator(phone);
  const guest = await story.person('Anouk de Vries', phone);

  await test.step('somebody comes in with the code', async () => {
    await guest.page.goto('/join');
    await fill(guest, guest.page.getByLabel('Code'), story.code);
    await fill(guest, guest.page.getByLabel('Je naam'), guest.name);
    await guest.button('Naar binnen').tap();
    await guest.page.waitForURL(/\/sprint\//);
  });

  await test.step('the facilitator names the Decider and opens the step', async () => {
    await facilitator.page
      .getByRole('banner')
      .getByRole('button', { name: /aanwezig/ })
      .tap();
    await pick(
      facilitator,
      facilitator.dialog.getByRole('button', { name: `Meer voor ${guest.name}` }),
      'beslisser',
    );
    await expect.poll(() => guest.wire.stage.me.decider).toBe(true);
    await facilitator.dialog.getByRole('button', { name: 'Sluit', exact: true }).tap();
    await expect(facilitator.dialog).toBeHidden();
    await pick(facilitator, facilitator.button('Menu'), 'De hele week');
    await pick(facilitator, facilitator.button('Meer voor Hoe kunnen we...'), 'Open deze stap');
    await facilitator.page.getByRole('link', { name: 'Naar de kamer' }).tap();
  });

  await test.step('hidden writing: two notes, and Klaar', async () => {
    await guest.inPhase('writing');
    await guest.button('Schrijf een briefje').tap();
    await guest.page.keyboard.type('een tijdvak waarmaken?');
    await guest.button('Nog een briefje').tap();
    await guest.page.keyboard.type('eerlijk zijn over vertraging?');
    await guest.now.getByRole('button', { name: 'Klaar' }).tap();
    await expect.poll(() => guest.wire.stage.me.ready).toBe(true);
    await facilitator.now.getByRole('button', { name: 'Onthul alle briefjes' }).tap();
    await expect.poll(() => guest.wallTexts()).toHaveLength(2);
  });

  await test.step('grouping: one note by the list, the other on the plane; and a note is added', async () => {
    await facilitator.now.getByRole('button', { name: 'Naar HMW ordenen' }).tap();
    await guest.inPhase('grouping');
    await move(guest, 'tijdvak', /^Nieuwe groep/);
    await fill(guest, guest.page.getByRole('textbox', { name: 'Naam van de groep' }), 'Afspraken');
    await guest.button(/^Toon als muur/).tap();
    await guest.note('eerlijk zijn').tap();
    await guest.button('Verplaats naar…').tap();
    await guest.dialog.getByRole('button', { name: /^Afspraken/ }).tap();
    await expect(facilitator.page.getByRole('heading', { name: 'Afspraken' })).toBeVisible();
    await guest.button(/^Nieuw briefje \(/).tap();
    await guest.page.keyboard.type('een gezicht geven?');
    await guest.button(/^Toon als lijst/).tap();
    await expect.poll(() => facilitator.wallTexts()).toContain('een gezicht geven?');
  });

  await test.step('silent dots, and one taken back', async () => {
    await facilitator.now.getByRole('button', { name: 'Naar HMW stemmen' }).tap();
    await guest.inPhase('voting');
    const put = guest.button(/^Plak een stip op: .*tijdvak/);
    for (const left of ['nog 3 over', 'nog 2 over']) {
      await put.tap();
      await expect(guest.now.getByText(left)).toBeVisible();
    }
    await guest.button(/^Haal een stip weg van: .*tijdvak/).tap();
    await expect(guest.now.getByText('nog 3 over')).toBeVisible();
    await facilitator.now.getByRole('button', { name: 'Sluit de ronde' }).tap();
  });

  await test.step('the Decider chooses and says why', async () => {
    await expect(guest.result.getByRole('listitem').first()).toContainText(/1\s*stip/);
    await facilitator.now.getByRole('button', { name: 'Vraag de keuze' }).tap();
    await guest.button(/^Kies deze: .*tijdvak/).tap();
    await fill(guest, guest.dialog.getByLabel('Waarom deze'), 'Dit vragen klanten het vaakst.');
    await guest.dialog.getByRole('button', { name: 'Leg de keuze vast' }).tap();
    await expect(facilitator.result.getByRole('article')).toContainText('Dit vragen klanten');
  });
});
