/** Customers rank the concepts in real browsers: on a phone, in an order of their own, and then beside the team's order. */
import { Eye, narrow, wide } from './support/eye';
import type { Facilitator } from './support/facilitator';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const words = ['wij je een uur van tevoren bellen', 'de prijs vaststaat', 'het in één keer lukt'];

/** The team's concepts in that order, voted on and kept by the Decider. */
async function keepConcepts(facilitator: Facilitator, decider: Person): Promise<void> {
  await facilitator.openExercise('conceptbeloften');
  for (const [at, one] of words.entries()) {
    await decider.button(at === 0 ? 'Schrijf de eerste behoefte' : 'Nieuwe behoefte').click();
    await expect(decider.page.locator('textarea:focus')).toHaveValue('');
    await decider.page.keyboard.type(`Ik wacht al te lang, ${at}`);
    await decider.button('Beloof hier iets op').last().click();
    await expect(decider.page.locator('textarea:focus')).toHaveValue('');
    await decider.page.keyboard.type(one);
  }
  for (const [from, to] of [
    ['open', 'writing'],
    ['writing', 'reveal'],
    ['reveal', 'voting'],
    ['voting', 'result'],
    ['result', 'decision'],
  ] as const)
    await facilitator.advance('conceptbeloften', from, to);
  const keep = decider.page.getByRole('form', { name: 'Beloften houden' });
  await expect(keep.getByRole('checkbox')).toHaveCount(3);
  for (const box of await keep.getByRole('checkbox').all()) await box.check();
  await keep.getByRole('textbox').fill('Deze drie leggen we voor');
  await keep.getByRole('button', { name: 'Leg vast: 3 beloften' }).click();
  await expect(keep).toHaveCount(0);
}

/** Asked aloud by the facilitator, answered at once. @param on the words of the concepts, one for each dot. */
async function askedAloud(facilitator: Facilitator, label: string, on: string[]): Promise<void> {
  const asking = () => customer(facilitator, label).asking;
  const customerId = customer(facilitator, label).id;
  await facilitator.did({ kind: 'start-interview', customerId });
  await facilitator.did({ kind: 'begin-asking', customerId });
  const score = { kind: 'give-score', customerId, item: 0 } as const;
  await facilitator.did({ ...score, questionnaire: 'csat', answer: 8 });
  await facilitator.did({ ...score, questionnaire: 'nps', answer: 7 });
  await facilitator.did({ kind: 'give-words', customerId, words: 'dat het gewoon klopt' });
  await expect.poll(() => asking().form?.concepts?.length).toBe(3);
  const dots = on.map((one) => asking().form?.concepts?.find((two) => two.words === one)?.id ?? '');
  await facilitator.did({ kind: 'give-customer-dots', customerId, dots });
  await facilitator.did({ kind: 'finish-asking', customerId });
  await facilitator.did({ kind: 'round-off-interview', customerId });
}

function customer({ wire }: Person, label: string) {
  const found = wire.stage.customers?.find((one) => one.label === label);
  if (!found) throw new Error(`no customer is called ${label}`);
  return found;
}

test('[C318] dots on a phone, behind the open answer, stand beside the order of the team when all were there', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.makeDecider('Anna');
  const eye = new Eye([wide, narrow]);
  await test.step('three concepts are kept', () => keepConcepts(facilitator, anna));

  for (const name of ['Truus', 'Fatima', 'Bé'])
    await facilitator.did({ kind: 'add-customer', name, slotAt: null, reserve: false });
  await facilitator.openExercise('interviews');

  await test.step('the first customer has a phone', async () => {
    const customerId = customer(facilitator, 'K1').id;
    await facilitator.did({ kind: 'start-interview', customerId });
    for (let step = 0; step < 4; step++) await facilitator.button('Verder').click();
    await facilitator.button('Naar de vragen').click();
    await facilitator.button('Geef de klant een link').click();
    const link = await facilitator.page.getByRole('textbox', { name: 'Link' }).inputValue();
    const page = await (await story.context(phone)).newPage();
    await page.goto(link);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('radio', { name: '9' }).check({ force: true });
    await page.getByRole('button', { name: 'Verder' }).click();
    await expect(page.getByText('Vraag 2 van 4', { exact: true })).toBeVisible();
    // Nobody comes to the concepts by their address.
    await page.goto(`${link}?q=4`);
    await expect(page.getByText('Vraag 3 van 4', { exact: true })).toBeVisible();
    await page.getByRole('textbox').fill('Dat ik weet hoe laat');
    await eye.lookOnce(page, 'the open question');
    await page.getByRole('button', { name: 'Verder' }).click();
    for (const one of words) await expect(page.getByRole('group', { name: one })).toBeVisible();
    await page
      .getByRole('group', { name: words[2] })
      .getByRole('radio', { name: '2 stippen' })
      .check({ force: true });
    await expect(page.getByText('Je hebt nog 1 stip.')).toBeVisible();
    const second = page.getByRole('group', { name: words[1] });
    await expect(second.getByRole('radio', { name: '2 stippen' })).toBeDisabled();
    await second.getByRole('radio', { name: '1 stip' }).check({ force: true });
    await eye.lookOnce(page, 'the dots');
    await page.getByRole('button', { name: 'Verder' }).click();
    // What was said before them stays as it was said.
    await page.goto(`${link}?q=3`);
    await expect(page.getByText('Dat ik weet hoe laat')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await page.getByRole('button', { name: 'Verder' }).click();
    await expect(page.getByText('Vraag 4 van 4', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Vraag 2 van 4' }).click();
    await page.getByRole('radio', { name: '10' }).check({ force: true });
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.goto(`${link}?q=9`);
    await eye.lookOnce(page, 'the end');
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeVisible();
    await facilitator.did({ kind: 'round-off-interview', customerId });
  });

  await test.step('nobody of the team reads figures while customers are to come', async () => {
    await expect.poll(() => anna.wire.stage.scores?.telling).toBe('to-come');
    expect(anna.wire.stage.scores).toMatchObject({ figures: null, ranking: null });
    await expect.poll(() => facilitator.wire.stage.scores?.telling).toBe('told');
  });

  await askedAloud(facilitator, 'K2', [words[2] ?? '', words[2] ?? '', words[1] ?? '']);
  await askedAloud(facilitator, 'K3', [words[2] ?? '', words[1] ?? '', words[0] ?? '']);

  await test.step('then the orders stand side by side, and far apart is said', async () => {
    await facilitator.openExercise('scores');
    const rows = anna.page.getByRole('listitem').filter({ hasText: 'klanten 1' });
    await expect(rows).toContainText(words[2] ?? '');
    await expect(rows).toContainText('team 3, klanten 1');
    await expect(rows).toContainText('klanten zetten dit 2 plaatsen hoger');
    await expect(anna.page.getByText('3 van 3').first()).toBeVisible();
    await eye.look(anna.page, 'scores');
    await eye.look(facilitator.page, 'scores of the facilitator');
    for (const { customers } of anna.wire.stages)
      for (const { asking } of customers ?? [])
        expect(asking).toMatchObject({ form: null, said: null, link: null });
    expect(JSON.stringify(anna.wire.stages)).not.toContain('Dat ik weet hoe laat');
  });
  expect(eye.faults).toEqual([]);
});
