/** Wednesday's museum in real browsers: the same numbers for all, no maker on any line, questions without a name, and the critique that tells who made what. */
import AxeBuilder from '@axe-core/playwright';
import { drawSketch } from './support/draw-sketch';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const sketches = {
  Anna: {
    title: 'De prijs staat al vast',
    words: ['Foto van het plaatje', 'Prijs vooraf', 'Klopt'],
  },
  Bram: { title: 'Wasbeer belt eerst', words: ['De bus loopt uit', 'Een mens belt', 'Jij kiest'] },
  Chris: { title: 'Een uur is een uur', words: ['Je kiest een uur', 'Planning', 'Klaar'] },
} as const;

/** Number and title of every exhibit, as it hangs. */
const wallOf = ({ page }: Person): Promise<string[]> =>
  page
    .locator('[data-exhibit] h2')
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()));

/** All that came over the lines before this moment, but the list of who is in the sprint. */
function stagesOf(person: Person): string {
  return JSON.stringify(
    person.wire.stages.map(({ members: _members, me: _me, ...stage }) => stage),
  );
}

test('sketches hang nameless, are asked about and talked through, and then their makers are told @story', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram');
  const chris = await story.join('Chris', phone);
  const makers = { Anna: anna, Bram: bram, Chris: chris };
  await facilitator.openExercise('oplossingsschets');
  const stepId = facilitator.step('oplossingsschets').id;

  await test.step('three sketches are in, and everybody is told how many', async () => {
    for (const [name, sketch] of Object.entries(sketches)) {
      await drawSketch(makers[name as keyof typeof makers], { stepId, ...sketch });
    }
    await expect.poll(() => anna.wire.stage.sketches?.handedIn).toBe(3);
    expect(anna.wire.stage.sketches?.missing).toBeNull();
    await expect.poll(() => facilitator.wire.stage.sketches?.missing).toEqual([]);
  });

  await test.step('the museum opens with one row, in one order for all', async () => {
    await facilitator.openExercise('museum');
    await expect(anna.page.getByRole('heading', { name: 'Het museum' })).toBeVisible();
    await expect.poll(async () => (await wallOf(anna)).length).toBe(3);
    const row = await wallOf(anna);
    expect(row.map((one) => one[0])).toEqual(['1', '2', '3']);
    expect(await wallOf(facilitator)).toEqual(row);
    await expect.poll(() => wallOf(bram)).toEqual(row);
    await chris.button('Wand').click();
    await expect.poll(() => wallOf(chris)).toEqual(row);
    await chris.button(/^Naar schets 3/).click();
    const last = chris.page.locator('[data-exhibit]').nth(2);
    await expect(last).toBeInViewport({ ratio: 0.3 });
  });

  await test.step('as a list, and with nothing that a check of access finds', async () => {
    for (const { page } of [anna, chris]) {
      const found = await new AxeBuilder({ page }).include('[data-board]').analyze();
      expect(found.violations).toEqual([]);
    }
    await bram.button('Lijst').click();
    const list = bram.page.getByRole('list', { name: 'Het museum als lijst' });
    await expect(list.getByText('Een mens belt')).toBeVisible();
    const found = await new AxeBuilder({ page: bram.page }).include('[data-board]').analyze();
    expect(found.violations).toEqual([]);
    await bram.button('Wand').click();
  });

  await test.step('a question waits unseen until three people have one', async () => {
    const ask = async (person: Person, text: string): Promise<void> => {
      await person.button(/^Vraag\s*bij schets 1$/).click();
      await person.page.getByLabel('Je vraag bij schets 1').fill(text);
      await person.page.keyboard.press('Enter');
    };
    await ask(anna, 'Belt hij ook als hij rijdt?');
    await expect(anna.page.getByText('Alleen jij ziet deze vraag nog')).toBeVisible();
    await ask(bram, 'En als ik niet opneem?');
    await expect.poll(() => bram.wire.stage.museum?.waiting.length).toBe(1);
    await expect(facilitator.page.getByText('Belt hij ook als hij rijdt?')).toHaveCount(0);
    await facilitator.did({
      kind: 'set-participates',
      participates: true,
    });
    await chris.button(/^Naar schets 1/).click();
    await ask(chris, 'Wie betaalt dat?');
    for (const { page } of [facilitator, anna]) {
      for (const text of ['Belt hij ook als hij rijdt?', 'Wie betaalt dat?']) {
        await expect(page.getByText(text)).toBeVisible();
      }
    }
    await expect(anna.page.getByText('Alleen jij ziet deze vraag nog')).toHaveCount(0);
  });

  await test.step('until now no line told a maker', () => {
    for (const watcher of [facilitator, anna, bram, chris]) {
      const others = ['Anna', 'Bram', 'Chris'].map((name) => facilitator.memberId(name));
      const said = stagesOf(watcher);
      for (const id of others) expect(said, watcher.name).not.toContain(`"${id}":"`);
      for (const { museum } of watcher.wire.stages) expect(museum?.makers ?? {}).toEqual({});
    }
  });

  await test.step('the critique goes sketch by sketch; the maker is told at the end of it', async () => {
    await facilitator.openExercise('bliksemkritiek');
    await facilitator.button('Begin met schets 1').click();
    await expect(anna.page.getByRole('heading', { name: 'Schets 1', exact: true })).toBeVisible();
    await expect(anna.page.getByText('De maker zegt nog niets.')).toBeVisible();
    await facilitator.button("Prik 'Springt eruit' op paneel 2").click();
    await facilitator.page.keyboard.type('Een mens, geen menu');
    await expect(bram.page.getByRole('textbox', { name: 'Wat er bij 1 staat' })).toHaveValue(
      'Een mens, geen menu',
    );
    await facilitator.button('Vertel wie hem maakte').click();
    const told = anna.page
      .getByRole('status')
      .filter({ hasText: /^Gemaakt door (Anna|Bram|Chris)/ });
    await expect(told).toBeVisible();
    await facilitator.button('Gemist').click();
    await facilitator.button('Naar schets 2').click();
    await expect(chris.page.getByRole('heading', { name: 'Schets 2', exact: true })).toBeVisible();
    await expect(chris.page.getByText('De maker zegt nog niets.')).toBeVisible();
    expect(Object.keys(chris.wire.stage.museum?.makers ?? {})).toHaveLength(1);
  });
});
