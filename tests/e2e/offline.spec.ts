/** Work goes on without a connection, and comes back without loss or doubles. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
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
  await expect(late.getByText('De facilitator kan ze nog toelaten')).toBeVisible();
  await expect.poll(() => anouk.wallTexts()).toEqual(['op tijd']);
  await facilitator.unfold('De kamer');
  await facilitator.cockpit.getByRole('switch', { name: 'Laat late briefjes toe' }).click();
  await late.getByRole('button', { name: 'Leg op de muur' }).click();
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
