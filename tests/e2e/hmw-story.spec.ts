/** The first exercise whole, in five browsers: hidden writing, reveal, grouping, dots, a decision. */
import { alphabets, noteOf, type Who } from './support/alphabets';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const everybody = Object.keys(alphabets) as Who[];

test('a team writes hidden, reveals, groups, votes and decides, and nobody sees a letter or a dot too early @story', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  await facilitator.page.goto('/sprints');
  await facilitator.page.getByRole('link', { name: 'Nieuwe sprint' }).click();
  await facilitator.page.getByLabel('Naam van de sprint').fill('Monteur op tijd');
  await facilitator.page.getByLabel('De uitdaging').fill('Klanten wachten op de monteur.');
  await facilitator.button('Maak de sprint').click();
  await expect(
    facilitator.page.getByRole('heading', { name: 'De kamer staat klaar' }),
  ).toBeVisible();
  await facilitator.openDoor();
  const code = (
    await facilitator.dialog.getByText(/^[A-Z0-9]{3}\s[A-Z0-9]{3}$/).innerText()
  ).trim();
  await facilitator.button('Nieuwe link').click();
  await facilitator.page.getByRole('menuitem', { name: 'deelnemer' }).click();
  const link = await facilitator.dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await facilitator.closeDialog();

  const people = {
    beslisser: await story.person('Bram Bos'),
    first: await story.person('Anouk de Vries'),
    second: await story.person('Chantal Visser', phone),
    third: await story.person('Daan Mulder'),
  };
  const browsers: Record<Who, Person> = { facilitator, ...people };
  for (const [who, person] of Object.entries(people)) {
    const { page } = person;
    if (who === 'third') await page.goto(link);
    else {
      await page.goto('/join');
      await page.getByLabel('Code').fill(code);
    }
    await page.getByLabel('Je naam').fill(person.name);
    await page.getByRole('button', { name: 'Naar binnen' }).click();
    await page.waitForURL(/\/sprint\//);
    await expect(page.getByRole('heading', { name: 'Je bent binnen' })).toBeVisible();
  }
  await facilitator.makeDecider('Bram Bos');

  // The facilitator takes part, so that their own alphabet is watched too.
  await facilitator.unfold('De kamer');
  await facilitator.cockpit.getByRole('switch', { name: 'Ik doe mee' }).click();
  await facilitator.page.getByRole('link', { name: 'De hele week' }).click();
  await facilitator.chooseInWeek('Hoe kunnen we...', 'Open deze stap');
  await facilitator.page.getByRole('link', { name: 'Naar de kamer' }).click();

  const written = Object.fromEntries(
    everybody.map((who, at) => [who, [noteOf(who, at * 2), noteOf(who, at * 2 + 1)]]),
  ) as Record<Who, [string, string]>;
  const all = Object.values(written).flat().sort();
  for (const who of everybody) {
    await expect(
      browsers[who].now.getByText('Alleen jij ziet dit, tot de facilitator onthult.'),
    ).toBeVisible();
    await browsers[who].write(...written[who]);
    await expect(browsers[who].saved).toHaveText('Opgeslagen');
  }
  await people.first.sayReady();
  await expect(facilitator.cockpit.getByText('10 briefjes geschreven')).toBeVisible();
  await expect(
    facilitator.cockpit.getByRole('listitem').filter({ hasText: 'Daan Mulder' }),
  ).toContainText('2 briefjes');

  await test.step('before the reveal no browser has received a letter of anybody else', async () => {
    for (const reader of everybody) {
      for (const writer of everybody.filter((who) => who !== reader)) {
        expect(
          await browsers[reader].wire.findAny(alphabets[writer]),
          `${reader} received letters of ${writer}`,
        ).toEqual([]);
      }
    }
  });

  await facilitator.act('Onthul alle briefjes');
  for (const who of everybody) {
    await expect.poll(() => browsers[who].wallTexts()).toEqual(all);
    for (const name of Object.values(people).map((person) => person.name)) {
      await expect(browsers[who].note().filter({ hasText: name })).toHaveCount(0);
    }
  }
  await test.step('the same search finds the letters once they are revealed', async () => {
    const found = await people.first.wire.findAny(alphabets.third);
    for (const where of ['frame', 'document']) {
      expect(found.filter((one) => one.startsWith(where)).length, where).toBeGreaterThan(0);
    }
  });

  await facilitator.act('Naar HMW ordenen');
  const [fromDecider, alsoFromDecider] = written.beslisser;
  const [fromThird, alsoFromThird] = written.third;
  await Promise.all([people.first.inPhase('grouping'), people.third.inPhase('grouping')]);
  await Promise.all([
    people.first.group(fromDecider, 'Wachten'),
    people.third.group(fromThird, 'Vertrouwen'),
  ]);
  await Promise.all([
    people.first.moveNote(alsoFromDecider, /^Wachten/),
    people.third.moveNote(alsoFromThird, new RegExp(fromThird)),
  ]);
  const open = all.filter((text) => text !== alsoFromThird);
  for (const person of [facilitator, people.second]) {
    await expect.poll(() => person.wallTexts()).toEqual(open);
    await expect(person.note(fromThird)).toHaveAccessibleName(
      /in groep Vertrouwen, stapel van 2 briefjes/,
    );
    await expect(person.note(alsoFromDecider)).toHaveAccessibleName(/in groep Wachten/);
  }

  await facilitator.act('Naar HMW stemmen');
  const dots: [Person, string[]][] = [
    [people.beslisser, [fromThird, fromThird, fromThird, fromDecider]],
    [people.first, [fromThird, fromThird]],
    [people.second, [written.second[0], fromDecider]],
    [people.third, [fromThird, written.first[1]]],
    [facilitator, [fromDecider, written.first[1]]],
  ];
  for (const [person, texts] of dots) {
    await expect(person.now.getByText(`nog ${texts.length} over`)).toBeVisible();
    for (const text of texts) await person.putDot(text);
    await expect(person.now.getByText('geen over')).toBeVisible();
  }
  await test.step('a dot too many is refused in words', async () => {
    await people.third.putDot(fromDecider);
    await expect(people.third.page.getByText('Je stippen zijn op.')).toBeVisible();
  });
  await expect(facilitator.cockpit.getByText('12 van 12 stippen geplakt')).toBeVisible();

  await test.step('before the close no stage holds a result or where somebody else put a dot', () => {
    for (const [person, texts] of dots) {
      const rounds = person.wire.stages.flatMap((stage) => stage.now?.round ?? []);
      expect(rounds.length).toBeGreaterThan(0);
      for (const round of rounds) {
        expect(round.results).toBeNull();
        const placed = Object.values(round.mine?.placed ?? {}).reduce((sum, one) => sum + one, 0);
        expect(placed).toBeLessThanOrEqual(texts.length);
        if (person !== facilitator) expect(round.left).toBeNull();
        for (const left of Object.values(round.left ?? {})) {
          expect(Object.keys(left).sort()).toEqual(['budget', 'left']);
        }
      }
      const mine = rounds.at(-1);
      const putOn = mine?.candidates
        .filter((candidate) => (mine.mine?.placed[candidate.id] ?? 0) > 0)
        .map((candidate) => candidate.text);
      expect(putOn?.every((text) => texts.some((own) => text.includes(own)))).toBe(true);
    }
  });

  await facilitator.act('Sluit de ronde');
  for (const who of everybody) {
    const ranks = browsers[who].result.getByRole('listitem');
    await expect(ranks.first()).toContainText(fromThird);
    await expect(ranks.first()).toContainText(/6\s*stippen/);
    await expect(ranks.nth(1)).toContainText(fromDecider);
    await expect(ranks.nth(1)).toContainText(/3\s*stippen/);
    expect(browsers[who].wire.stage.now?.round?.results?.every((one) => one.voters === null)).toBe(
      true,
    );
  }

  await facilitator.act('Vraag de keuze');
  await expect(people.first.button(/^Kies deze/)).toHaveCount(0);
  await people.beslisser.button(new RegExp(`^Kies deze: .*${fromDecider}`)).click();
  const choice = people.beslisser.dialog;
  await choice.getByLabel('Waarom deze').fill('Wachten kost klanten de meeste tijd.');
  await choice.getByRole('button', { name: 'Leg de keuze vast' }).click();
  for (const who of everybody) {
    const card = browsers[who].result.getByRole('article');
    await expect(card).toContainText(fromDecider);
    await expect(card).toContainText('Wachten kost klanten de meeste tijd.');
    await expect(card).toContainText('Bram Bos');
  }

  await test.step('what it left can be read from the agenda', async () => {
    await facilitator.act(/^Naar /);
    const { page } = people.first;
    await page
      .getByRole('navigation', { name: 'Agenda' })
      .getByRole('link', { name: /^HMW stemmen/ })
      .click();
    await expect(page.getByRole('heading', { name: 'HMW stemmen' })).toBeVisible();
    await expect(page.getByRole('article')).toContainText('Wachten kost klanten de meeste tijd.');
    await expect(
      page.getByRole('region', { name: 'Uitslag' }).getByRole('listitem').first(),
    ).toContainText(fromThird);
    const notes = page.getByRole('region', { name: 'Briefjes', exact: true });
    await expect(notes).toContainText('Vertrouwen');
    for (const text of all) await expect(notes).toContainText(text);
  });
});
