/** The test flow in real browsers: a hidden row each, read aloud without names, a dot on a row, the Decider's pick. */
import AxeBuilder from '@axe-core/playwright';
import { alphabets, noteOf } from './support/alphabets';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

async function writeRow({ page }: Person, ...actions: string[]): Promise<void> {
  for (const [at, action] of actions.entries()) {
    await page.getByRole('textbox', { name: `Stap ${at + 1}`, exact: true }).fill(action);
  }
}

test('a team writes rows of actions, hears them without names, and the Decider picks the opening @story', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.makeDecider('Anna');
  await facilitator.openExercise('testverloop');

  await test.step('[R125] each writes one row, and hears how long it may be', async () => {
    await writeRow(anna, noteOf('first', 0), 'opent de route', 'schuift de tijd op');
    await expect(anna.page.getByText('Maak er minstens 4 stappen van')).toBeVisible();
    await writeRow(anna, noteOf('first', 0), 'opent de route', 'schuift de tijd op', 'doet open');
    await expect(anna.page.getByText('4 stappen, dat past')).toBeVisible();
    await writeRow(bram, 'krijgt een bericht', 'belt terug', noteOf('second', 0), 'is er op tijd');
    await expect.poll(() => facilitator.wire.stage.now?.pileTotal).toBe(2);
    await expect(anna.saved).toHaveText('Opgeslagen');
    expect(await bram.wire.findAny(alphabets.first)).toEqual([]);
    expect(await anna.wire.findAny(alphabets.second)).toEqual([]);
  });

  await test.step('[C212] the rows are read aloud one by one, without names', async () => {
    await facilitator.advance('testverloop', 'writing', 'reveal');
    await facilitator.button('Lees de eerste rij voor').click();
    const read = anna.page.locator('[data-rows]');
    await expect(read).toContainText('Rij 1 van 2');
    await expect(read.getByRole('listitem')).toHaveCount(4);
    await expect(read).not.toContainText('Anna');
    await expect(bram.now.getByRole('timer')).toContainText(/0:[0-3]\d/);
    await facilitator.button('Volgende rij').click();
    await expect(bram.page.locator('[data-rows]')).toContainText('Rij 2 van 2');
    const found = await new AxeBuilder({ page: anna.page }).include('[data-rows]').analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await facilitator.button('Alle rijen zijn gelezen').click();
    await expect(read).toBeHidden();
  });

  await test.step('a dot on a row, and the Decider picks: the whole row is the decision', async () => {
    await facilitator.advance('testverloop', 'reveal', 'voting');
    await bram.putDot('belt terug');
    await facilitator.advance('testverloop', 'voting', 'result');
    await facilitator.advance('testverloop', 'result', 'decision');
    const stepId = facilitator.step('testverloop').id;
    const candidate = anna.wire.stage.now?.round?.candidates.find(({ text }) =>
      text.includes('belt terug'),
    );
    await anna.did({
      ...{ kind: 'decide', stepId, candidateId: candidate?.id ?? '' },
      reason: 'Zo begint het bij de klant',
    });
    await expect
      .poll(() => bram.wire.stage.now?.decision?.text.split('\n'))
      .toEqual(['krijgt een bericht', 'belt terug', noteOf('second', 0), 'is er op tijd']);
  });
});
