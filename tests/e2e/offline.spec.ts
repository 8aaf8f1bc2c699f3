/** Work goes on without a connection, and comes back without loss or doubles. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { deafLine } from '#tests/support/deaf-line';
import { BoardHand, onPlainBoard } from './support/board-hand';
import { expect, test } from './support/kamer';
import { Person } from './support/person';

const kept = 'Offline, bewaard op dit apparaat';

test('who loses the connection writes and groups on, and nothing is lost or doubled afterwards', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const daan = await story.join('Daan Mulder');
  await facilitator.openExercise('hmw');

  await anouk.write('met verbinding');
  await daan.write('van Daan');
  await expect(anouk.saved).toHaveText('Opgeslagen');
  await anouk.context.setOffline(true);
  await expect(anouk.saved).toHaveText(kept);
  await anouk.write('zonder verbinding', 'nog een zonder');
  // A note says so itself once it has waited for a while.
  await expect(anouk.pile.getByText('nog niet opgeslagen')).toHaveCount(2);
  await expect(facilitator.cockpit.getByText('2 briefjes geschreven')).toBeVisible();
  await anouk.context.setOffline(false);
  await expect(anouk.saved).toHaveText('Opgeslagen');
  await expect(anouk.pile.getByText('nog niet opgeslagen')).toHaveCount(0);
  await expect(facilitator.cockpit.getByText('4 briefjes geschreven')).toBeVisible();

  await facilitator.act('Onthul alle briefjes');
  const all = ['met verbinding', 'nog een zonder', 'van Daan', 'zonder verbinding'];
  await expect.poll(() => anouk.wallTexts()).toEqual(all);
  await facilitator.act('Naar HMW ordenen');
  await anouk.inPhase('grouping');
  await daan.inPhase('grouping');

  await anouk.hasEverything();
  await anouk.context.setOffline(true);
  await expect(anouk.saved).toHaveText(kept);
  await anouk.group('met verbinding', 'Onderweg');
  await anouk.moveNote('zonder verbinding', /^Onderweg/);
  await daan.group('van Daan', 'Kantoor');
  await daan.moveNote('nog een zonder', /^Kantoor/);
  await expect(anouk.note('van Daan')).not.toHaveAccessibleName(/in groep/);
  await anouk.context.setOffline(false);
  await expect(anouk.saved).toHaveText('Opgeslagen');
  for (const person of [anouk, daan, facilitator]) {
    await expect(person.note('zonder verbinding')).toHaveAccessibleName(/in groep Onderweg/);
    await expect(person.note('met verbinding')).toHaveAccessibleName(/in groep Onderweg/);
    await expect(person.note('van Daan')).toHaveAccessibleName(/in groep Kantoor/);
    await expect(person.note('nog een zonder')).toHaveAccessibleName(/in groep Kantoor/);
    await expect.poll(() => person.wallTexts()).toEqual(all);
    await expect(person.page.getByRole('region', { name: /^Groep: / })).toHaveCount(2);
  }
});

test('a note written offline during the reveal is kept for its writer, and laid on the wall once that is admitted', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  await facilitator.openExercise('hmw');
  await anouk.write('op tijd');
  await expect(anouk.saved).toHaveText('Opgeslagen');

  await anouk.context.setOffline(true);
  await expect(anouk.saved).toHaveText(kept);
  await anouk.write('net te laat');
  await facilitator.act('Onthul alle briefjes');
  await expect.poll(() => facilitator.wallTexts()).toEqual(['op tijd']);
  await anouk.context.setOffline(false);

  const late = anouk.page.getByRole('region', { name: '1 briefje kwam na sluiting' });
  await expect(late).toBeVisible();
  await expect(late.getByText('De facilitator kan late briefjes nog toelaten')).toBeVisible();
  await expect.poll(() => anouk.wallTexts()).toEqual(['op tijd']);
  await facilitator.unfold('De kamer');
  await facilitator.cockpit.getByRole('switch', { name: 'Laat late briefjes toe' }).click();
  await late.getByRole('button', { name: 'Leg op de muur' }).click();
  await expect(late.getByText(/^Dit komt op de muur als deze fase eindigt/)).toBeVisible();
  await expect.poll(() => facilitator.wallTexts()).toEqual(['op tijd']);
  await facilitator.openExercise('hmw-ordenen');
  await expect(late).toBeHidden();
  for (const person of [anouk, facilitator]) {
    await expect.poll(() => person.wallTexts()).toEqual(['net te laat', 'op tijd']);
  }
});

test('a browser that was closed with work on it delivers that work when it is opened again', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await facilitator.openExercise('hmw');
  const profile = await mkdtemp(join(tmpdir(), 'sprintkamer-browser-'));
  const { launchOptions } = test.info().project.use;
  const open = () =>
    chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: story.url,
      locale: 'nl-NL',
    });

  const before = await open();
  const writer = story.follow(new Person(before.pages()[0] ?? (await before.newPage()), 'Anouk'));
  await story.enter(writer);
  await writer.page.getByRole('button', { name: 'Doe mee' }).click();
  await writer.write('met verbinding');
  await expect(writer.saved).toHaveText('Opgeslagen');
  await before.setOffline(true);
  await expect(writer.saved).toHaveText(kept);
  await writer.write('geschreven in de trein');
  await expect(writer.pile.getByText('nog niet opgeslagen')).toBeVisible();
  await before.close();
  await expect(facilitator.cockpit.getByText('1 briefje geschreven')).toBeVisible();

  const after = await open();
  const back = story.follow(new Person(after.pages()[0] ?? (await after.newPage()), 'Anouk'));
  await back.page.goto(story.roomUrl);
  await expect(back.saved).toHaveText('Opgeslagen');
  await expect.poll(() => back.pileTexts()).toEqual(['met verbinding', 'geschreven in de trein']);
  await expect(facilitator.cockpit.getByText('2 briefjes geschreven')).toBeVisible();
  await after.close();
  await rm(profile, { recursive: true, force: true });
});

test('[L14] words in a note that another took away are offered to who wrote them, offline and while writing', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk de Vries');
  await onPlainBoard(story, { facilitator });
  const mine = new BoardHand(facilitator);
  const theirs = new BoardHand(guest);
  await mine.write('wij wachten', 'zij komen');
  await expect(guest.note('zij komen')).toBeVisible();
  const lost = guest.page.getByRole('region', { name: 'Je woorden zijn bewaard' });

  await guest.context.setOffline(true);
  await expect(guest.saved).toHaveText(kept);
  await guest.note('wij wachten').dblclick();
  await expect(theirs.field).toBeFocused();
  await guest.page.keyboard.type(' op de monteur');
  await guest.page.keyboard.press('Escape');
  await facilitator.note('wij wachten').click();
  await facilitator.page.keyboard.press('Delete');
  await expect(facilitator.note('wij wachten')).toHaveCount(0);
  await guest.context.setOffline(false);
  await expect(lost).toContainText('wij wachten op de monteur');
  await expect(guest.saved).not.toHaveText('Opgeslagen');
  await lost.getByRole('button', { name: 'Zet terug' }).click();
  await expect(facilitator.note('wij wachten op de monteur')).toBeVisible();
  await expect(lost).toHaveCount(0);
  await expect(guest.saved).toHaveText('Opgeslagen');

  await guest.note('zij komen').dblclick();
  await expect(theirs.field).toBeFocused();
  await guest.page.keyboard.type(' straks');
  await expect(facilitator.note('zij komen straks')).toBeVisible();
  await facilitator.note('zij komen straks').click();
  await facilitator.page.keyboard.press('Delete');
  await expect(facilitator.note('zij komen')).toHaveCount(0);
  await guest.page.keyboard.press('Escape');
  await expect(lost).toContainText('zij komen straks');
  await facilitator.page.keyboard.press('Control+z');
  await expect(guest.note('zij komen straks')).toBeVisible();
  await expect(lost).toHaveCount(0);
});

test('[L16] sockets that are cut, and then accepted without an answer, are back within ten seconds', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk de Vries');
  await onPlainBoard(story, { facilitator });
  const line = await deafLine(Number(new URL(story.url).port));
  await guest.page.goto(`http://127.0.0.1:${line.port}${guest.roomPath}`);
  await expect(guest.saved).toHaveText('Opgeslagen');
  await guest.hasEverything();

  line.goDeaf();
  await expect(guest.saved).not.toHaveText('Opgeslagen');
  await new BoardHand(facilitator).write('intussen');
  await facilitator.did({ kind: 'start-clock' });
  const heldSince = Date.now();
  await expect.poll(() => Date.now() - heldSince, { timeout: 20_000 }).toBeGreaterThan(6_000);
  expect(line.unanswered).toBeGreaterThan(1);
  line.hear();
  const within = { timeout: 10_000 };
  await Promise.all([
    expect(guest.note('intussen')).toBeVisible(within),
    expect(guest.saved).toHaveText('Opgeslagen', within),
    expect.poll(() => guest.wire.stage.clock.state, within).toBe('running'),
  ]);
  await guest.page.goto('about:blank');
  await line.close();
});
