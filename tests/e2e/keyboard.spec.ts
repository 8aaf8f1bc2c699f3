/** The whole first exercise without a mouse or a finger. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/kamer';
import { whereFocusIs } from './support/where-focus-is';
import type { Person } from './support/person';

/** Tabs on until that has the focus, as a person would; gives up after a while. */
async function reach(person: Person, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await person.page.keyboard.press(key);
  }
  throw new Error(`${person.name} cannot reach ${target.toString()} with ${key}`);
}

async function press(person: Person, target: Locator, key = 'Enter'): Promise<void> {
  await reach(person, target);
  await person.page.keyboard.press(key);
}

/** To the board by F6, from wherever one is. */
async function toBoard(person: Person): Promise<void> {
  for (let times = 0; times < 4; times++) {
    await person.page.keyboard.press('F6');
    if ((await whereFocusIs(person)) === 'board') return;
  }
  throw new Error(`${person.name} does not get to the board by F6`);
}

/** In an open menu: down to the item and choose it. */
async function pick(person: Person, item: string): Promise<void> {
  const named = { name: item, exact: true };
  const { page } = person;
  const target = page.getByRole('menuitem', named).or(page.getByRole('menuitemcheckbox', named));
  await reach(person, target, 'ArrowDown');
  await person.page.keyboard.press('Enter');
  await expect(person.page.getByRole('menu')).toBeHidden();
}

test('a sprint is joined, written, revealed, grouped, voted on and decided by keyboard alone', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const guest = await story.person('Anouk de Vries');
  const { page } = guest;
  await page.goto('/join');
  await reach(guest, page.getByLabel('Code'));
  await page.keyboard.type(story.code);
  await reach(guest, page.getByLabel('Je naam'));
  await page.keyboard.type(guest.name);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sprint\//);

  await test.step('the facilitator opens the step and names the Decider', async () => {
    await press(facilitator, facilitator.cockpit.getByRole('button', { name: 'Mensen' }));
    await press(
      facilitator,
      facilitator.dialog.getByRole('button', { name: `Meer voor ${guest.name}` }),
    );
    await pick(facilitator, 'beslisser');
    await expect(
      facilitator.dialog
        .getByRole('listitem')
        .filter({ hasText: guest.name })
        .getByText('beslisser'),
    ).toBeVisible();
    // The first puts away the name under the button that has the focus again.
    await facilitator.page.keyboard.press('Escape');
    await facilitator.page.keyboard.press('Escape');
    await expect(facilitator.dialog).toBeHidden();
    await press(facilitator, facilitator.page.getByRole('link', { name: 'De hele week' }));
    await press(facilitator, facilitator.button('Meer voor Hoe kunnen we...'));
    await pick(facilitator, 'Open deze stap');
    await press(facilitator, facilitator.page.getByRole('link', { name: 'Naar de kamer' }));
    await expect(facilitator.cockpit).toBeVisible();
  });

  await guest.inPhase('writing');
  await press(guest, guest.button('Schrijf een briefje'));
  await page.keyboard.type('een tijdvak waarmaken?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('eerlijk zijn over vertraging?');
  await press(guest, guest.now.getByRole('button', { name: 'Klaar' }));
  await expect(guest.saved).toHaveText('Opgeslagen');
  await press(facilitator, facilitator.button('Onthul alle briefjes'));
  await expect.poll(() => guest.wallTexts()).toHaveLength(2);
  await press(facilitator, facilitator.button('Naar HMW ordenen'));

  await test.step('grouping: a note is moved by arrow, another by its menu of places', async () => {
    await guest.inPhase('grouping');
    const first = guest.note('een tijdvak waarmaken?');
    const second = guest.note('eerlijk zijn over vertraging?');
    await toBoard(guest);
    await reach(guest, first, 'Home');
    const before = await first.getAttribute('style');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(first).not.toHaveAttribute('style', before ?? '');
    await page.keyboard.press('m');
    await press(guest, guest.dialog.getByRole('button', { name: 'Nieuwe groep' }));
    await expect(page.getByRole('textbox', { name: 'Naam van de groep' })).toBeFocused();
    await page.keyboard.type('Afspraken');
    await page.keyboard.press('Enter');
    await reach(guest, second, 'End');
    await page.keyboard.press('m');
    await press(guest, guest.dialog.getByRole('button', { name: /^Afspraken/ }));
    await expect(guest.dialog).toBeHidden();
    await expect(facilitator.note('eerlijk zijn over vertraging?')).toHaveAccessibleName(
      /in groep Afspraken/,
    );
    // Enter opens a note, Escape leaves it, and nothing is lost on the way.
    await reach(guest, second, 'End');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' En snel.');
    await page.keyboard.press('Escape');
    await expect(facilitator.note('En snel.')).toBeVisible();
  });

  await press(facilitator, facilitator.button('Naar HMW stemmen'));
  await guest.inPhase('voting');
  const dot = guest.button(/^Plak een stip op: .*tijdvak/);
  await expect(dot).toBeVisible();
  await toBoard(guest);
  await reach(guest, dot, 'ArrowLeft');
  for (const key of ['Enter', 'Space', '+', '-', '+', 'Enter']) await page.keyboard.press(key);
  await expect(guest.now.getByText('geen over')).toBeVisible();
  await press(facilitator, facilitator.button('Sluit de ronde'));
  await expect(guest.result.getByRole('listitem').first()).toContainText(/4\s*stippen/);
  await press(facilitator, facilitator.button('Vraag de keuze'));
  await press(guest, guest.button(/^Kies deze: .*tijdvak/));
  await reach(guest, guest.dialog.getByLabel('Waarom deze'));
  await page.keyboard.type('Dit vragen klanten het vaakst.');
  await press(guest, guest.dialog.getByRole('button', { name: 'Leg de keuze vast' }));
  await expect(facilitator.result.getByRole('article')).toContainText('Dit vragen klanten');
  await press(facilitator, facilitator.cockpit.getByRole('button', { name: /^Naar Doelwit/ }));
  await press(guest, page.getByRole('link', { name: /^HMW stemmen/ }));
  await expect(page.getByRole('heading', { name: 'HMW stemmen' })).toBeVisible();
});
