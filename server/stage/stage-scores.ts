/**
 * What a reader may know of the answers of customers: how far each is, and of all together figures and sums once
 * they are told. One customer's answers go to who asks them, and closed ones, without dots, to who knows customers.
 */
import { FEWEST_TOLD, progressOf, questionsOf, tellingOf } from '#domain/tests/asking';
import { knowsCustomers } from '#domain/tests/customers';
import { ces, csat, nps, sus, SUS_ITEMS, type ScoreKind } from '#domain/tests/scores';
import { taskCounts } from '#domain/tests/tasks';
import type { AskingForm, CustomersRanking, StageAsking, StageScores } from '#protocol/asking';
import type { AskingRow, Authority, CustomerRow, Member } from '#server/stage/authority';
import { askingOf, givenOf } from '#server/store/askings';

const unasked: StageAsking = {
  ...{ progress: 'none', counted: null, way: null, link: null, form: null, said: null },
};

export function composeAsking(
  authority: Authority,
  customerId: string,
  reader: Member,
): StageAsking {
  const asking = askingOf(authority, customerId);
  if (!asking) return unasked;
  const given = givenOf(authority, customerId);
  const { scoreKinds: kinds } = authority.sprint;
  const counted = progressOf(questionsOf({ kinds, concepts: asking.concepts }), given);
  const begun = counted.given > 0 ? 'half' : 'none';
  const progress = asking.sent ? 'sent' : begun;
  if (!knowsCustomers(reader)) return { ...unasked, progress };
  const link = authority.customerLinks.find((one) => one.customerId === customerId);
  const customer = authority.customers.find(({ id }) => id === customerId);
  return {
    ...{ progress, counted, way: asking.way },
    link: link ? { opened: link.holderHash !== null, expiresAt: link.expiresAt.getTime() } : null,
    form:
      asking.way === 'aloud' && !asking.sent && asking.askedById === reader.id
        ? formOf(asking, { kinds, given })
        : null,
    // Who withdrew is nobody: what they said counts, and is not read apart.
    said:
      asking.sent && customer?.state !== 'withdrawn'
        ? { answers: plainAnswers(given.answers), words: given.words ?? '' }
        : null,
  };
}

function formOf(
  { concepts }: AskingRow,
  { kinds, given }: { kinds: ScoreKind[]; given: ReturnType<typeof givenOf> },
): AskingForm {
  return {
    ...{ kinds, ranks: concepts.length > 0, words: given.words },
    answers: plainAnswers(given.answers),
    concepts: given.words === null ? null : concepts,
    dots: given.dots === null ? null : [...given.dots],
  };
}

function plainAnswers(answers: ReturnType<typeof givenOf>['answers']): AskingForm['answers'] {
  return answers.map(({ kind, item, answer }) => ({ kind, item, answer }));
}

/** Null for an expert, who is gone by then. */
export function composeScores(authority: Authority, reader: Member): StageScores | null {
  if (reader.role === 'expert') return null;
  const { customers, sprint, askings } = authority;
  const sent = askings.filter((one) => one.sent);
  const knows = knowsCustomers(reader);
  const telling = tellingOf(customers, { knows, sent: sent.length });
  const fewest = knows ? 0 : FEWEST_TOLD;
  const tested = customers.filter(({ state }) => state === 'running' || state === 'done');
  const ofNobody = sent.filter(({ customerId }) => !tested.some(({ id }) => id === customerId));
  return {
    kinds: sprint.scoreKinds,
    choosable: askings.length === 0,
    customers: { count: sent.length, of: tested.length + ofNobody.length },
    telling,
    figures: telling === 'told' ? figuresOf(authority, sent, { fewest }) : null,
    tasks: tasksOf(authority),
    ranking: telling === 'told' ? rankingOf(sent, { fewest }) : null,
  };
}

/** @param fewest answers of which a figure is told. */
function figuresOf(
  authority: Authority,
  sent: readonly AskingRow[],
  { fewest }: { fewest: number },
): StageScores['figures'] {
  const told = <S>(answers: readonly unknown[], score: S): S | null =>
    answers.length < fewest ? null : score;
  const of = (kind: ScoreKind): number[] =>
    sent.flatMap(({ customerId }) => itemsOf(authority, customerId, kind).slice(0, 1));
  const [npsGiven, csatGiven, cesGiven] = [of('nps'), of('csat'), of('ces')];
  // A beginning of a SUS is one that is not whole, in whatever order it was filled in.
  const susGiven = sent
    .map(({ customerId }) => itemsOf(authority, customerId, 'sus'))
    .filter((items) => items.length > 0)
    .map((items) => (items.length === SUS_ITEMS ? items : [null]));
  return {
    nps: told(npsGiven, nps(npsGiven)),
    csat: told(csatGiven, csat(csatGiven)),
    ces: told(cesGiven, ces(cesGiven)),
    sus: told(susGiven, sus(susGiven)),
  };
}

function itemsOf({ customerAnswers }: Authority, customerId: string, kind: ScoreKind): number[] {
  return customerAnswers
    .filter((one) => one.customerId === customerId && one.kind === kind)
    .sort((a, b) => a.item - b.item)
    .map(({ answer }) => answer);
}

/** By the rows of the grid as they were at the latest talk; one that only an earlier talk had comes behind. */
function tasksOf({ customers, taskResults }: Authority): StageScores['tasks'] {
  const over = customers.filter(({ state }) => state !== 'running');
  const latestFirst = [...customers].sort((a, b) => startOf(b) - startOf(a));
  const parts = new Map<string, string>();
  for (const { parts: theirs } of latestFirst)
    for (const { id, title } of theirs) if (!parts.has(id)) parts.set(id, title);
  const attempts = taskResults
    .filter(({ customerId }) => over.some(({ id }) => id === customerId))
    .map(({ customerId, row, result }) => ({ customer: customerId, task: row, result }));
  return [...parts]
    .map(([id, title]) => ({ id, title, counts: taskCounts(attempts, id) }))
    .filter(({ counts }) => counts.done.of > 0);
}

function startOf({ startedAt }: CustomerRow): number {
  return startedAt?.getTime() ?? 0;
}

/** Sums alone: who put which dot is told to nobody. */
function rankingOf(
  sent: readonly AskingRow[],
  { fewest }: { fewest: number },
): CustomersRanking | null {
  const ranked = sent.filter(({ dots }) => dots !== null);
  if (ranked.length === 0 || ranked.length < fewest) return null;
  const concepts = new Map(ranked.flatMap((one) => one.concepts).map((one) => [one.id, one]));
  const dots: Record<string, number> = {};
  for (const id of ranked.flatMap((one) => one.dots ?? [])) dots[id] = (dots[id] ?? 0) + 1;
  return {
    concepts: [...concepts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...{ dots, customers: ranked.length },
  };
}
