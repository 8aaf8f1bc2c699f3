/** What a facilitator does to run a sprint: roles, rounds, the week, and looking after the room. */
import { register, expect, test } from './support/kamer';
import { wordsIn } from './support/words';

test('a stand-in decides on behalf of the Decider, and an undone close starts a fresh round and says so', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const decider = await story.join('Bram Bos');
  const standIn = await story.join('Anouk de Vries');
  await facilitator.makeDecider('Bram Bos');
  await facilitator.openExercise('hmw');
  await standIn.write('eerst dit', 'dan dat');
  await expect(standIn.saved).toHaveText('Opgeslagen');
  await facilitator.act('Onthul alle briefjes');
  await facilitator.act('Naar HMW ordenen');
  await facilitator.act('Naar HMW stemmen');
  await standIn.putDot('eerst dit');
  await expect(standIn.now.getByText('nog 1 over')).toBeVisible();
  await facilitator.act('Sluit de ronde');
  await expect(standIn.result).toBeVisible();

  await facilitator.act('Stem opnieuw, met nieuwe stippen');
  for (const person of [decider, standIn]) {
    await expect(person.page.getByText('De vorige ronde is teruggedraaid.')).toBeVisible();
  }
  await expect(standIn.now.getByText('nog 2 over')).toBeVisible();
  await standIn.putDot('dan dat');
  await expect(standIn.now.getByText('nog 1 over')).toBeVisible();
  await facilitator.act('Sluit de ronde');
  await expect(decider.result.getByRole('listitem').first()).toContainText('dan dat');

  await facilitator.openPeople();
  await facilitator.chooseFor('Anouk de Vries', 'Laat de beslisser vervangen');
  await facilitator.dialog.getByLabel('Waarom').fill('Bram zit tot drie uur in overleg.');
  await facilitator.dialog.getByRole('button', { name: 'Laat de beslisser vervangen' }).click();
  await expect(
    facilitator.dialog.getByRole('listitem').filter({ hasText: 'Anouk de Vries' }),
  ).toContainText('namens beslisser');
  await facilitator.closeDialog();
  await facilitator.act('Vraag de keuze');
  await standIn.button(/^Kies deze: .*dan dat/).click();
  await expect(standIn.dialog).toContainText('Je beslist namens Bram Bos.');
  await standIn.dialog.getByLabel('Waarom deze').fill('Zo spraken we het af.');
  await standIn.dialog.getByRole('button', { name: 'Leg de keuze vast' }).click();
  for (const person of [facilitator, decider, standIn]) {
    await expect(person.result.getByRole('article')).toContainText(
      'Anouk de Vries namens Bram Bos',
    );
  }
});

test('a facilitator who takes part writes, and one who looks as a participant has no cockpit', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await facilitator.openExercise('hmw');
  await expect(facilitator.page.getByText('Het team schrijft in stilte')).toBeVisible();
  await facilitator.unfold('De kamer');
  await facilitator.cockpit.getByRole('switch', { name: 'Ik doe mee' }).click();
  await facilitator.write('ook een idee');
  await expect(facilitator.saved).toHaveText('Opgeslagen');
  await facilitator.cockpit.getByRole('button', { name: 'Bekijk als deelnemer' }).click();
  await expect(facilitator.cockpit).toBeHidden();
  await expect(facilitator.page.getByText('Je ziet de kamer nu zoals een deelnemer')).toBeVisible();
  await facilitator.button('Terug naar de cockpit').click();
  await expect(facilitator.cockpit).toBeVisible();
});

test('the room is handed over to somebody with an account, in the middle of a step', async ({
  browser,
  server,
  story,
}) => {
  const facilitator = await story.facilitator();
  const account = await register(browser, server.url, `karim-${story.sprintId}@voorbeeld.nl`);
  const heir = await story.person('Karim Haddad', { storageState: account });
  await story.enter(heir);
  await facilitator.openExercise('hmw');
  await facilitator.cockpit.getByRole('button', { name: 'Overdragen' }).click();
  await facilitator.dialog.getByLabel('Aan wie').selectOption({ label: 'Karim Haddad' });
  await facilitator.dialog.getByRole('button', { name: 'Draag over' }).click();
  await expect(facilitator.cockpit).toBeHidden();
  await expect(facilitator.pile).toBeVisible();
  const cockpit = heir.page.getByRole('complementary', { name: 'Cockpit' });
  await expect(cockpit.getByRole('button', { name: 'Onthul alle briefjes' })).toBeVisible();
});

test('the language is one switch away and stays', async ({ story }) => {
  const guest = await story.join('Anouk de Vries');
  const say = wordsIn('en');
  await expect(guest.page.getByRole('heading', { name: 'Je bent binnen' })).toBeVisible();
  await guest.button('Menu').click();
  await guest.page.getByRole('menuitem', { name: 'English' }).click();
  await expect(
    guest.page.getByRole('heading', { name: say('room_empty_participant') }),
  ).toBeVisible();
  await expect(guest.page.locator('html')).toHaveAttribute('lang', 'en');
  await guest.page.goto('/join');
  await expect(guest.page.getByRole('heading', { name: say('door_join_title') })).toBeVisible();
});

test('steps of the week are skipped, moved, retimed, and a loose note-and-vote is added and run', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk de Vries');
  const { page } = facilitator;
  await page.goto(`${story.roomUrl}/week`);
  const day = (name: string) => page.getByRole('region', { name, exact: true });
  const step = (of: string, title: string) =>
    day(of).getByRole('listitem').filter({ hasText: title });

  await facilitator.chooseInWeek('Kaart', 'Sla over');
  await expect(step('Maandag', 'Kaart')).toContainText('overgeslagen');
  await facilitator.chooseInWeek('Kaart', 'Zet terug op de agenda');
  await expect(step('Maandag', 'Kaart')).not.toContainText('overgeslagen');
  await facilitator.chooseInWeek('Kaart', 'Naar Dinsdag');
  await expect(step('Dinsdag', 'Kaart')).toBeVisible();
  await expect(step('Maandag', 'Kaart')).toHaveCount(0);
  await facilitator.chooseInWeek('Sprintvragen', 'Eerder');
  await expect(day('Maandag').getByRole('listitem').nth(1)).toContainText('Sprintvragen');
  await facilitator.chooseInWeek('Sprintvragen', 'Minuten en keuzes');
  await facilitator.dialog.getByLabel('Minuten').fill('veel');
  await facilitator.dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(facilitator.dialog.getByText('Aantal minuten')).toBeVisible();
  await facilitator.dialog.getByLabel('Minuten').fill('25');
  await facilitator.dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(facilitator.dialog).toBeHidden();
  await expect(step('Maandag', 'Sprintvragen')).toContainText('25 min');

  await facilitator.button('Voeg toe aan Woensdag').click();
  await facilitator.dialog.getByLabel('Eigen titel').fill('Welke naam?');
  await facilitator.dialog.getByRole('button', { name: 'Voeg toe', exact: true }).click();
  await expect(facilitator.dialog).toBeHidden();
  await facilitator.chooseInWeek('Welke naam?', 'Minuten en keuzes');
  await facilitator.dialog.getByLabel('De vraag').fill('Hoe noemen we de dienst?');
  await facilitator.dialog
    .getByRole('switch', { name: 'Toon na het onthullen wie wat schreef' })
    .click();
  await facilitator.dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(facilitator.dialog).toBeHidden();
  await facilitator.chooseInWeek('Welke naam?', 'Open deze stap');
  await page.getByRole('link', { name: 'Naar de kamer' }).click();

  await expect(guest.now.getByRole('heading', { name: 'Hoe noemen we de dienst?' })).toBeVisible();
  await expect(guest.now).toContainText('Daarna staat je naam erbij.');
  await guest.write('Tijdgenoot', 'Op de minuut');
  await expect(guest.saved).toHaveText('Opgeslagen');
  await facilitator.act('Onthul alle briefjes');
  await expect(facilitator.note('Tijdgenoot')).toHaveAccessibleName(/van Anouk de Vries/);
  await facilitator.act('Open de stemronde');
  await guest.putDot('Tijdgenoot');
  // Of one who votes alone no sum is told.
  await expect(guest.now.getByText('nog 1 over')).toBeVisible();
  await facilitator.act('Sluit de ronde');
  await expect(guest.result.getByRole('listitem').first()).toContainText('Tijdgenoot');
});

test('Sprintvragen keeps the Decider from voting and lets them decide', async ({ story }) => {
  const facilitator = await story.facilitator();
  const decider = await story.join('Bram Bos');
  const guest = await story.join('Anouk de Vries');
  await facilitator.did({ kind: 'set-decider', memberId: decider.wire.stage.me.id });
  await facilitator.openExercise('sprintvragen');
  await guest.write('een tijd beloven?', 'op tijd komen?');
  await expect(guest.saved).toHaveText('Opgeslagen');
  await facilitator.act('Onthul alle briefjes');
  await expect(decider.note('een tijd beloven?')).toContainText('Kunnen we');
  await facilitator.act('Open de stemronde');
  await expect(decider.now).toContainText('Jij stemt niet mee: jij beslist hierna.');
  await expect(guest.now.getByText('nog 3 over')).toBeVisible();
  for (const text of ['op tijd komen?', 'op tijd komen?', 'een tijd beloven?']) {
    await guest.putDot(text);
  }
  await expect(guest.now.getByText('geen over')).toBeVisible();
  await facilitator.act('Sluit de ronde');
  await facilitator.act('Vraag de keuze');
  await decider.button(/^Kies deze: .*een tijd beloven/).click();
  await decider.dialog.getByRole('button', { name: 'Leg de keuze vast' }).click();
  await expect(decider.dialog.getByText('Reden mag niet leeg zijn.')).toBeVisible();
  await decider.dialog.getByLabel('Waarom deze').fill('Daar staat of valt alles mee.');
  await decider.dialog.getByRole('button', { name: 'Leg de keuze vast' }).click();
  await expect(guest.result.getByRole('article')).toContainText('een tijd beloven?');
});

test('a sprint is walked from Monday to Friday, each step opening a board or a break', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk de Vries');
  const first = facilitator.wire.stage.agenda.findIndex((step) => step.day === 1);
  // Nobody sketches on this walk, and on an empty museum nobody votes: `heatmap.spec.ts` walks that.
  const strawpoll = facilitator.step('strawpoll').id;
  await facilitator.did({ kind: 'skip-step', stepId: strawpoll, skipped: true });
  const steps = facilitator.wire.stage.agenda.slice(first).filter(({ id }) => id !== strawpoll);
  const opened: string[] = [];
  for (const [at, { id, exercise, day }] of steps.entries()) {
    await facilitator.did(
      at === 0
        ? { kind: 'open-step', stepId: id }
        : { kind: 'next-step', from: steps[at - 1]?.id ?? null },
    );
    await expect.poll(() => guest.wire.stage.now?.stepId).toBe(id);
    const { now } = guest.wire.stage;
    opened.push(exercise);
    if (exercise === 'pauze' || exercise === 'lunch') {
      await expect(guest.page.getByRole('main').getByRole('timer')).toBeVisible();
    } else if (now?.phase === 'writing') {
      // Notes in a pile, actions in a row, or a pad to draw on.
      const rows = guest.page.getByRole('heading', { name: 'Mijn rij' });
      const own = guest.pile.or(rows).or(guest.page.locator('[data-pad]'));
      await expect(own, `${exercise} on day ${day}`).toBeVisible();
    } else if (now?.board === null) {
      // What customers answered is rows of commands, not a board.
      const title = guest.page.getByRole('heading', { name: 'Wat klanten aangaven', level: 1 });
      await expect(title, `${exercise} on day ${day}`).toBeVisible();
    } else {
      const board =
        now?.board?.kind === 'wall'
          ? guest.page.getByRole('toolbar', { name: 'Gereedschap van het bord' })
          : guest.page.locator('[data-board]');
      await expect(board, `${exercise} on day ${day}`).toBeVisible();
      await expect(guest.page.getByText('Het bord wordt geopend')).toBeHidden();
    }
    // What is voted on later has to be there.
    if (exercise === 'hmw') {
      await guest.write('een tijd beloven?');
      await expect(guest.saved).toHaveText('Opgeslagen');
      await facilitator.did({ kind: 'advance-phase', stepId: id, from: 'writing', to: 'reveal' });
      await facilitator.inPhase('reveal');
    }
    if (exercise === 'klantbeloften') {
      await guest.button('Schrijf de eerste behoefte').click();
      await guest.page.keyboard.type('Ik zit de hele dag te wachten');
      await guest.button('Beloof hier iets op').click();
      await guest.page.keyboard.type('wij je bellen voor het later wordt');
      await expect(guest.saved).toHaveText('Opgeslagen');
    }
  }
  expect(opened).toHaveLength(steps.length);
  await facilitator.act('Rond deze stap af');
  await expect(
    guest.page.getByRole('heading', { name: 'Alle stappen zijn geweest' }).first(),
  ).toBeVisible();
});

test('a browser without a database of its own works, and says that nothing is kept when the line is lost', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const guest = await story.person('Anouk de Vries');
  await guest.page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await story.enter(guest);
  await facilitator.openExercise('hmw');
  await guest.write('zonder database');
  await expect(guest.saved).toHaveText('Opgeslagen');
  await guest.context.setOffline(true);
  await expect(guest.saved).toHaveText('Offline en nog niet bewaard. Houd dit scherm open.');
  await guest.write('en zonder lijn');
  await guest.context.setOffline(false);
  await expect(guest.saved).toHaveText('Opgeslagen');
  await expect(facilitator.cockpit.getByText('2 briefjes geschreven')).toBeVisible();
});
