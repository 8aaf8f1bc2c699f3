/** The preparation in real browsers: a goal that is remarked on while it is typed, go or no-go, and the week as a file for one's calendar. */
import AxeBuilder from '@axe-core/playwright';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

async function isClean(person: Person): Promise<void> {
  const { violations } = await new AxeBuilder({ page: person.page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a sprint is prepared: goal, customers, go with a reason, and the week in a calendar', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna', phone);
  const { page } = facilitator;

  await test.step('a goal is remarked on while it is typed, and kept all the same', async () => {
    await facilitator.openExercise('voorbereiding');
    const field = page.getByRole('textbox', { name: /Opdracht en doel/ });
    await field.fill('Klanten beter helpen met de afspraak');
    await expect(page.getByText('‘beter’ kan van alles zijn')).toBeVisible();
    await expect(page.getByText('Zet er een getal bij')).toBeVisible();
    await isClean(facilitator);
    await field.fill('Negen van de tien klanten weten hoe laat hij komt');
    await expect(page.getByText('Zet er een getal bij')).toHaveCount(0);
    await field.press('Enter');
    await expect(anna.page.getByText('Negen van de tien klanten')).toBeVisible();
  });

  await test.step('three of five customers have confirmed: go asks a reason, and all see it', async () => {
    for (const name of ['Truus', 'Fatima', 'Joost', 'Wim', 'Ria']) {
      await facilitator.did({ kind: 'add-customer', name, slotAt: null, reserve: false });
    }
    await facilitator.openExercise('werving');
    await facilitator.button('Open de klantenlijst').click();
    for (const label of ['K1', 'K2', 'K3']) {
      await facilitator.dialog.getByRole('button', { name: new RegExp(label) }).click();
      await page.getByRole('menuitem', { name: 'Heeft toegezegd' }).click();
    }
    await facilitator.closeDialog();
    await expect(anna.page.getByText('3 van 5 hebben toegezegd')).toBeVisible();
    await expect(anna.page.getByText('Truus')).toHaveCount(0);
    await facilitator.openExercise('gereedheid');
    await expect(anna.page.getByText('Er is nog geen beslisser.')).toBeVisible();
    await expect(anna.button('Go, met een reden')).toHaveCount(0);
    await facilitator.button('Go, met een reden').click();
    await expect(page.getByLabel('Waarom?')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Waarom?').fill('De beslisser komt dinsdag terug');
    await isClean(facilitator);
    await facilitator.button('Go, met een reden').click();
    await expect(anna.page.getByRole('heading', { name: 'Go', exact: true })).toBeVisible();
    await expect(anna.page.getByText('De beslisser komt dinsdag terug')).toBeVisible();
    await isClean(anna);
  });

  await test.step('the week as a file', async () => {
    await page.goto(`${facilitator.roomPath}/week`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Zet in je agenda' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('sprint.ics');
  });
});
