/** The facilitator's one place: who is waited for, asking for attention, undo, notes for facilitators, and the trail. */
import { expect, register, test } from './support/kamer';

test('the cockpit names who is awaited, and a round closes in one click after the last dot', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const bram = await story.join('Bram Bos');
  const esra = await story.join('Esra Smit');
  await facilitator.openExercise('hmw');
  await anouk.write('eerst dit', 'dan dat');
  await expect(anouk.saved).toHaveText('Opgeslagen');
  await esra.page.close();
  const { cockpit } = facilitator;
  await expect(cockpit.getByText('0 van 2 klaar')).toBeVisible();
  await expect(cockpit.getByRole('listitem').filter({ hasText: 'Esra Smit' })).toContainText(
    'offline, telt niet mee',
  );
  await anouk.sayReady();
  await expect(cockpit.getByText('Wachten op Bram Bos')).toBeVisible();
  await bram.sayReady();
  await expect(cockpit.getByText('Iedereen is klaar')).toBeVisible();

  await facilitator.act('Onthul alle briefjes');
  await facilitator.act('Naar HMW ordenen');
  await facilitator.act('Naar HMW stemmen');
  for (const person of [anouk, bram]) {
    await person.putDot('eerst dit');
    await person.putDot('dan dat');
  }
  await expect(cockpit.getByText('4 van 4 stippen geplakt')).toBeVisible();
  await expect(cockpit.getByText('Alle stippen zijn geplakt')).toBeVisible();
  const from = Date.now();
  await facilitator.act('Sluit de ronde');
  for (const person of [anouk, bram]) await expect(person.result).toBeVisible();
  expect(Date.now() - from).toBeLessThan(10_000);
});

test('attention is asked and given: a nudge, a hand, a reaction', async ({ story }) => {
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const bram = await story.join('Bram Bos');
  const { cockpit } = facilitator;
  await anouk.now.getByRole('button', { name: 'Steek je hand op' }).click();
  await expect(anouk.now.getByRole('button', { name: 'Hand omlaag' })).toBeVisible();
  await bram.now.getByRole('button', { name: 'Steek je hand op' }).focus();
  await bram.page.keyboard.press('Enter');
  const lower = (name: string, place: number) =>
    cockpit.getByRole('button', { name: `${name} heeft de hand omhoog, nummer ${place}` });
  await expect(lower('Bram Bos', 2)).toBeVisible();
  await lower('Anouk de Vries', 1).click();
  await expect(lower('Bram Bos', 1)).toBeVisible();
  await expect(anouk.now.getByRole('button', { name: 'Steek je hand op' })).toBeVisible();

  await anouk.now.getByRole('button', { name: 'Reageer' }).click();
  await anouk.page.getByRole('menuitem', { name: 'applaus' }).click();
  await expect(bram.page.getByText('Anouk de Vries: applaus')).toBeAttached();
  // It hangs from the bar over the wall, which is painted last unless something does.
  const isOnTop = bram.page.locator('[data-overhangs]').evaluate((sign) => {
    (sign as HTMLElement).style.pointerEvents = 'auto';
    const { x, y, width, height } = sign.getBoundingClientRect();
    const found = document.elementFromPoint(x + width / 2, y + height / 2);
    return found !== null && sign.contains(found);
  });
  expect(await isOnTop).toBe(true);

  await facilitator.openExercise('hmw');
  const silent = anouk.now.getByRole('button', { name: 'Reageer' });
  await expect(silent).toHaveAttribute('aria-disabled', 'true');
  const nudge = cockpit.getByRole('button', { name: 'Vraag de aandacht van Bram Bos' });
  await nudge.click();
  const asks = (person: typeof bram) =>
    person.page.getByText('Fenna Faber vraagt je aandacht', { exact: true });
  await expect(asks(bram).first()).toBeVisible();
  await nudge.click();
  await expect(facilitator.page.getByText(/Wacht .* seconde/)).toBeVisible();
  await expect(asks(anouk)).toHaveCount(0);
});

test('an opened step is undone with its notes, and everybody reads in the log who did it', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const { cockpit } = facilitator;
  await expect(cockpit.getByRole('button', { name: /^Terug naar/ })).toBeHidden();
  await facilitator.openExercise('experts');
  await facilitator.openExercise('hmw');
  await anouk.write('blijft bestaan');
  await expect(anouk.saved).toHaveText('Opgeslagen');
  await cockpit.getByRole('button', { name: 'Terug naar Experts' }).click();
  await expect.poll(() => anouk.wire.stage.now?.stepId).toBe(facilitator.step('experts').id);
  await facilitator.openExercise('hmw');
  await expect.poll(() => anouk.pileTexts()).toContain('blijft bestaan');

  await anouk.button('Menu').click();
  await anouk.page.getByRole('menuitem', { name: 'Logboek' }).click();
  const lines = anouk.dialog.getByRole('listitem');
  await expect(lines.first()).toContainText('Fenna Faber opende Hoe kunnen we');
  await expect(lines.nth(1)).toContainText('Fenna Faber ging terug naar Experts');
  await expect(anouk.dialog).not.toContainText('blijft bestaan');
});

test('two facilitators write the same note, and neither text is lost', async ({
  browser,
  server,
  story,
}) => {
  const facilitator = await story.facilitator();
  const account = await register(browser, server.url, `co-${story.sprintId}@voorbeeld.nl`);
  const co = await story.person('Karim Haddad', { storageState: account });
  await story.enter(co);
  await facilitator.openPeople();
  await facilitator.dialog
    .getByLabel('Rol van Karim Haddad')
    .selectOption({ label: 'medefacilitator' });
  await facilitator.closeDialog();
  const theirCockpit = co.page.getByRole('complementary', { name: 'Cockpit' });
  const note = { name: 'Notities bij de sprint' };
  const mine = facilitator.cockpit.getByRole('textbox', note);
  const theirs = theirCockpit.getByRole('textbox', note);
  await mine.fill('De lunch is besteld.');
  await expect(theirs).toHaveValue('De lunch is besteld.');

  await facilitator.context.setOffline(true);
  await mine.fill('De lunch komt om half een.');
  await expect(facilitator.cockpit.getByText('Je tekst blijft hier staan.')).toBeVisible();
  await theirs.fill('De lunch is afgezegd.');
  await expect(theirCockpit.getByText('Opgeslagen')).toBeVisible();
  await facilitator.context.setOffline(false);
  await expect(facilitator.cockpit.getByText('De lunch is afgezegd.')).toBeVisible();
  await expect(mine).toHaveValue('De lunch komt om half een.');
  await facilitator.cockpit.getByRole('button', { name: 'Zet ze onder elkaar' }).click();
  await expect(theirs).toHaveValue('De lunch komt om half een.\n\nDe lunch is afgezegd.');
});
