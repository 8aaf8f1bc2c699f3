/** The decision of the week in real browsers: three people write what happens next, and the Decider decides on a phone. */
import { Eye, narrow, wide } from './support/eye';
import { expect, phone, test } from './support/kamer';

test('the team writes what happens next, and the Decider lays down what the week came to, on a phone', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const ingrid = await story.join('Ingrid', phone);
  await facilitator.did({ kind: 'set-decider', memberId: facilitator.memberId('Ingrid') });
  await facilitator.openExercise('besluit');
  const eye = new Eye([wide, narrow]);

  await test.step('two people write at once, and all see both', async () => {
    await expect(anna.page.getByText('Ingrid neemt het besluit')).toBeVisible();
    await anna.button('Stap toevoegen').click();
    await anna.page.keyboard.type('Proef met het belletje');
    const row = anna.page.locator('[data-next]').first();
    await row.getByLabel('Wie', { exact: true }).fill('Henk');
    await row.getByLabel('Wanneer klaar').fill('2030-03-01');
    await facilitator.button('Wat wordt er slechter?').click();
    await facilitator.page.keyboard.type('Minder keuze in uren');
    await facilitator.page.getByLabel('Voor wie').fill('wie overdag werkt');
    await facilitator.page.getByLabel('Hoe verzachten we dat?').fill('ook op zaterdag');
    await expect(ingrid.page.getByLabel('Hoe verzachten we dat?')).toHaveValue('ook op zaterdag');
    await expect(ingrid.page.getByLabel('Wie', { exact: true })).toHaveValue('Henk');
    await expect(ingrid.page.getByLabel('Wanneer klaar')).toHaveValue('2030-03-01');
    await eye.look(anna.page, 'the rows');
  });

  await test.step('the Decider chooses one of three, with a sentence, and may take it back', async () => {
    await expect(ingrid.page.getByText('Sprintvragen: nog geen oordeel')).toBeVisible();
    await ingrid.page.getByRole('radio', { name: /Geslaagd met gebreken/ }).check();
    await ingrid.page.getByLabel('In één zin: wat hebben we geleerd?').fill('Bellen werkt');
    await eye.lookOnce(ingrid.page, 'the choice on a phone');
    await ingrid.button('Leg het besluit vast').tap();
    for (const person of [ingrid, anna, facilitator]) {
      const board = person.page.locator('[data-decision]');
      await expect(board).toContainText('Geslaagd met gebreken');
      await expect(board).toContainText('Bellen werkt');
      await expect(board).toContainText('Ingrid');
    }
    await eye.look(anna.page, 'what was decided');
    await ingrid.button('Trek de keuze in').tap();
    await expect(anna.page.getByText('Ingrid neemt het besluit')).toBeVisible();
  });
  expect(eye.faults).toEqual([]);
});
