/** The door and the seats: who comes late, twice, under a taken name, on a phone, or not at all. */
import { expect, phone, test } from './support/kamer';
import { Person } from './support/person';

test('who comes late is met by a card with what was decided and what to do now', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await facilitator.did({ kind: 'set-participates', participates: true });
  await facilitator.did({ kind: 'set-decider', memberId: facilitator.wire.stage.me.id });
  await facilitator.openExercise('doel');
  await facilitator.write('Over twee jaar weet elke klant hoe laat de monteur komt.');
  await facilitator.sayReady();
  for (const act of [
    'Onthul alle briefjes',
    'Open de stemronde',
    'Sluit de ronde',
    'Vraag de keuze',
  ]) {
    await facilitator.act(act);
  }
  await facilitator.button(/^Kies deze/).click();
  await facilitator.dialog.getByRole('button', { name: 'Leg de keuze vast' }).click();
  await expect(facilitator.result.getByRole('article')).toBeVisible();
  await facilitator.act('Naar Sprintvragen');
  await facilitator.inPhase('writing');

  const late = await story.join('Laura Laat');
  await expect(late.dialog.getByRole('heading', { name: 'Welkom, Laura Laat' })).toBeVisible();
  await expect(late.dialog).toContainText('Langetermijndoel');
  await expect(late.dialog).toContainText(
    'Over twee jaar weet elke klant hoe laat de monteur komt.',
  );
  await expect(late.dialog).toContainText('Maak van elke zorg een vraag');
  await late.button('Doe mee').click();
  await late.write('een tijd beloven die we halen?');
  await expect(late.saved).toHaveText('Opgeslagen');
  // Met once: not again after a reload.
  await late.page.reload();
  await expect(late.pile).toBeVisible();
  await expect(late.dialog).toBeHidden();
});

test('two tabs of one member agree on notes and dots, and double nothing', async ({ story }) => {
  const facilitator = await story.facilitator();
  const first = await story.join('Anouk de Vries');
  await facilitator.openExercise('hmw');
  const second = story.follow(new Person(await first.context.newPage(), 'Anouk de Vries'));
  await second.page.goto(story.roomUrl);
  await expect(second.pile).toBeVisible();
  await first.write('uit het eerste tabblad');
  await second.write('uit het tweede tabblad');
  const both = ['uit het eerste tabblad', 'uit het tweede tabblad'];
  for (const tab of [first, second]) {
    await expect.poll(async () => (await tab.pileTexts()).sort()).toEqual(both);
    await expect(tab.saved).toHaveText('Opgeslagen');
  }
  expect(facilitator.wire.stage.members).toHaveLength(2);

  await facilitator.act('Onthul alle briefjes');
  for (const tab of [first, second, facilitator]) {
    await expect.poll(() => tab.wallTexts()).toEqual(both);
  }
  // Of one who votes alone no sum is told: it would be their choice.
  await story.join('Bram Bakker');
  await facilitator.openExercise('hmw-stemmen');
  await first.putDot('eerste tabblad');
  await expect(second.now.getByText('nog 1 over')).toBeVisible();
  await second.putDot('tweede tabblad');
  for (const tab of [first, second]) await expect(tab.now.getByText('geen over')).toBeVisible();
  await first.putDot('tweede tabblad');
  await expect(first.page.getByText('Je stippen zijn op.')).toBeVisible();
  await expect(facilitator.cockpit.getByText('2 van 4 stippen geplakt')).toBeVisible();
});

test('two people with one name are told so, and get a number', async ({ story }) => {
  const facilitator = await story.facilitator();
  await story.join('Anna Smit');
  const second = await story.join('Anna Smit');
  await expect(
    second.page.getByText('Er is hier nog iemand met jouw naam. Daarom heet jij Anna Smit 2.'),
  ).toBeVisible();
  await facilitator.openPeople();
  await expect(facilitator.dialog.getByText('Anna Smit 2', { exact: true })).toBeVisible();
});

test('a phone that opens the link of the laptop is the same member there, and the link works once', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const laptop = await story.join('Anouk de Vries');
  await facilitator.openExercise('hmw');
  await laptop.write('op de laptop');
  await laptop.button('Menu').click();
  await laptop.page.getByRole('menuitem', { name: 'Verder op je telefoon' }).click();
  const link = await laptop.dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await laptop.closeDialog();

  const mobile = await story.person('Anouk op de telefoon', phone);
  await mobile.page.goto(link);
  await expect(
    mobile.page.getByRole('heading', { name: 'Verder als Anouk de Vries' }),
  ).toBeVisible();
  await mobile.button('Verder').click();
  await expect.poll(() => mobile.pileTexts()).toEqual(['op de laptop']);
  await mobile.write('op de telefoon');
  await expect.poll(() => laptop.pileTexts()).toEqual(['op de laptop', 'op de telefoon']);
  expect(facilitator.wire.stage.members).toHaveLength(2);

  await mobile.page.goto('/account');
  await expect(
    mobile.page.getByText('Op dit apparaat ben je alleen in je sprint binnen.'),
  ).toBeVisible();
  const stranger = await story.person('Een vreemde');
  await stranger.page.goto(link);
  await expect(stranger.page.getByText('Deze link werkt niet meer.')).toBeVisible();
});

test('who lost the browser gets the seat back by the link that the facilitator shows', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const before = await story.join('Anouk de Vries');
  await facilitator.openExercise('hmw');
  await before.write('van voor het verlies');
  await expect(before.saved).toHaveText('Opgeslagen');
  await before.context.close();

  await facilitator.openPeople();
  await facilitator.chooseFor('Anouk de Vries', 'Geef de plek terug (QR)');
  const link = await facilitator.dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  const after = await story.person('Anouk de Vries');
  await after.page.goto(link);
  await after.button('Verder').click();
  await expect.poll(() => after.pileTexts()).toEqual(['van voor het verlies']);
  expect(facilitator.wire.stage.members).toHaveLength(2);
});

test('a closed door, a wrong code and a broken link each say what to do, and keep what was typed', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const { path } = await facilitator.did<{ path: string }>({
    kind: 'make-join-link',
    role: 'expert',
  });
  const guest = await story.person('Anouk de Vries');
  const { page } = guest;
  const knock = async (code: string): Promise<void> => {
    await page.goto('/join');
    await page.getByLabel('Code').fill(code);
    await page.getByLabel('Je naam').fill('Anouk de Vries');
    await page.getByRole('button', { name: 'Naar binnen' }).click();
  };
  await knock('AAA AAA');
  await expect(page.getByText('Deze code klopt niet.')).toBeVisible();
  await expect(page.getByLabel('Je naam')).toHaveValue('Anouk de Vries');
  await expect(page.getByLabel('Code')).toHaveValue('AAA AAA');

  await page.goto(path);
  await expect(page.getByText('Je komt als expert')).toBeVisible();
  await page.getByLabel('Je naam').fill('Anouk de Vries');
  await facilitator.openDoor();
  await facilitator.dialog.getByRole('switch', { name: /De deur staat open/ }).click();
  await expect(facilitator.dialog.getByText('De deur is dicht.')).toBeVisible();
  // The door shut between the page and the button.
  await page.getByRole('button', { name: 'Naar binnen' }).click();
  await expect(page.getByText('De deur van deze sprint is').first()).toBeVisible();
  await knock(story.code);
  await expect(page.getByText('De deur van deze sprint is dicht.')).toBeVisible();
  await expect(page.getByLabel('Je naam')).toHaveValue('Anouk de Vries');

  await facilitator.dialog.getByRole('switch', { name: /De deur staat open/ }).click();
  // What says that it is shut goes, and the button below moves up: not under the pointer.
  await expect(facilitator.dialog.getByText('De deur is dicht.')).toBeHidden();
  await facilitator.button(/nieuwe code/i).click();
  await expect(facilitator.dialog.getByText(story.code.slice(0, 3))).toBeHidden();
  await knock(story.code);
  await expect(page.getByText('Deze code klopt niet.')).toBeVisible();

  await facilitator.dialog.getByRole('button', { name: 'Trek in' }).click();
  await expect(facilitator.dialog.getByRole('button', { name: 'Trek in' })).toHaveCount(0);
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Deze link werkt niet' })).toBeVisible();
});

test('who is removed reads so within a few seconds, and can come in no more', async ({ story }) => {
  const facilitator = await story.facilitator();
  const guest = await story.join('Anouk de Vries');
  await facilitator.openExercise('hmw');
  await expect(guest.pile).toBeVisible();
  await facilitator.openPeople();
  await facilitator.chooseFor('Anouk de Vries', 'Verwijder uit de sprint');
  await facilitator.dialog.getByRole('button', { name: 'Verwijder Anouk de Vries' }).click();
  await expect(guest.page.getByRole('alert')).toContainText(
    'De facilitator heeft je uit deze sprint gehaald.',
    { timeout: 3_000 },
  );
  await guest.page.goto(story.roomUrl);
  await expect(guest.page).toHaveURL(/\/join/);
  await expect(
    guest.page.getByText('De facilitator heeft je uit deze sprint gehaald.'),
  ).toBeVisible();
});

test('who left and opens the old link reads that they left, and comes in again by the code', async ({
  story,
}) => {
  await story.facilitator();
  const guest = await story.join('Anouk de Vries');
  await guest.button('Menu').click();
  await guest.page.getByRole('menuitem', { name: 'Verlaat de sprint' }).click();
  await guest.dialog.getByRole('button', { name: /^Verlaat/ }).click();
  await expect(guest.page).toHaveURL(`${story.url}/`);
  await guest.page.goto(story.roomUrl);
  await expect(guest.page).toHaveURL(/\/join/);
  await expect(guest.page.getByText('Je hebt deze sprint zelf verlaten.')).toBeVisible();
  await expect(guest.page.getByText('De facilitator heeft je')).toHaveCount(0);
  await story.enter(guest);
  await expect(guest.page.getByRole('banner')).toBeVisible();
});
