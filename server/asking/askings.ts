/**
 * The questions of a customer behind their link: looked at, begun in one browser, answered one by one, sent. The
 * page knows its own customer's answers and nothing else of the sprint, not even its name. Called by the page's
 * route; changes go through the runner, under the same lock as commands. See SPEC.md.
 */
import { eq } from 'drizzle-orm';
import { RefusedError, allowed, refused, type Ruling } from '#domain/refusal';
import {
  firstOpen,
  isOpenQuestion,
  mayAsk,
  mayGiveDots,
  mayGiveScore,
  mayGiveWords,
  questionsOf,
  reachable,
  scoreGiven,
  type Given,
  type Question,
} from '#domain/tests/asking';
import { scoreRanges } from '#domain/tests/scores';
import type { CustomerAnswerInput, CustomerPage, PutQuestion } from '#protocol/asking';
import { secretHash } from '#server/auth/tokens';
import type { Clock } from '#server/clock';
import { createPace, type PaceLimit } from '#server/commands/pace';
import type { Commands } from '#server/commands/runner';
import { customerLinks } from '#server/db/asking-tables';
import type { Database, Transaction } from '#server/db/database';
import { customers } from '#server/db/interview-tables';
import { answered, type Answer } from '#server/people/answer';
import type { Random } from '#server/random';
import type { Authorities } from '#server/stage/authorities';
import type { AskingRow, Authority, CustomerLink } from '#server/stage/authority';
import { askingOf, givenOf, storeAsking, storeScore } from '#server/store/askings';
import { dotsOf, figureOf, wordsOf } from './answer-input';

/** Whose browser it is: the secret of its cookie, and the address that it comes from. */
export type Visitor = { readonly holder: string | undefined; readonly address: string };

/** All answer no-such-link (also when it was revoked), link-expired, questions-elsewhere, too-fast; and throw as the database does. */
export interface Askings {
  /** Changes nothing: previews of links look too. @param wanted which question, from 0; null: where one goes on. */
  look(token: string, visitor: Visitor, wanted: number | null): Promise<Answer<CustomerPage>>;
  /** Binds the link to this browser. @returns the secret for its cookie, null where it was bound to it already. */
  begin(
    token: string,
    visitor: Visitor,
  ): Promise<Answer<{ holder: string; expiresAt: Date } | null>>;
  /** Keeps one answer; one that is left empty passes the question. @returns the question that comes next. */
  answer(token: string, visitor: Visitor, input: CustomerAnswerInput): Promise<Answer<number>>;
  /** Closes the questions; from then on they count. Repeated it does nothing. */
  send(token: string, visitor: Visitor): Promise<Answer<null>>;
}

type Found = {
  link: CustomerLink;
  asking: AskingRow;
  given: Given;
  questions: Question[];
  isMine: boolean;
  authority: Authority;
};

/** For one link: a quick hand goes through a SUS in less. */
const usualPace: PaceLimit = { points: 90, perS: 60 };
/** Links that do not exist, from one address. */
const guessPace: PaceLimit = { points: 40, perS: 10 * 60 };

export function createAskings({
  db,
  commands,
  authorities,
  clock,
  random,
}: {
  db: Database;
  commands: Pick<Commands, 'actAlone'>;
  authorities: Pick<Authorities, 'of'>;
  clock: Clock;
  random: Pick<Random, 'newSecret'>;
}): Askings {
  const keepPace = createPace(usualPace);
  const keepGuesses = createPace(guessPace);

  async function sprintOf(token: string, { address }: Visitor): Promise<string> {
    const [found] = await db
      .select({ sprintId: customers.sprintId })
      .from(customerLinks)
      .innerJoin(customers, eq(customers.id, customerLinks.customerId))
      .where(eq(customerLinks.hash, secretHash(token)));
    if (found) return found.sprintId;
    await keepGuesses(address);
    throw new RefusedError('no-such-link');
  }

  /** Runs a change of these questions. @param whether asked under the lock; `change` only where it is allowed. */
  async function changing<T>(
    token: string,
    visitor: Visitor,
    {
      whether,
      change,
    }: { whether: (found: Found) => Ruling; change: (tx: Transaction, found: Found) => Promise<T> },
  ): Promise<T | null> {
    const sprintId = await sprintOf(token, visitor);
    await keepPace(secretHash(token));
    let ruling: Ruling = refused('no-such-link');
    let result: T | null = null;
    const ruled = (authority: Authority): Found | null => {
      const found = foundIn(authority, token, visitor, clock.now());
      ruling = 'ruling' in found ? found.ruling : whether(found.found);
      return 'found' in found && ruling.allowed ? found.found : null;
    };
    await commands.actAlone(sprintId, {
      rooms: () => [],
      keeps: () => [],
      isDue: ({ authority }) => ruled(authority) !== null,
      async do({ authority, tx }) {
        const found = ruled(authority);
        if (found) result = await change(tx, found);
      },
    });
    const said = ruling as Ruling;
    if (!said.allowed) throw new RefusedError(said.refusal.code, said.refusal);
    return result;
  }

  return {
    look: (token, visitor, wanted) =>
      answered(async () => {
        const authority = await authorities.of(await sprintOf(token, visitor));
        if (!authority) throw new RefusedError('no-such-link');
        const found = foundIn(authority, token, visitor, clock.now());
        if ('ruling' in found) {
          const { code, ...rest } = found.ruling.refusal;
          throw new RefusedError(code, rest);
        }
        return pageOf(found.found, wanted);
      }),

    begin: (token, visitor) =>
      answered(async () => {
        const secret = random.newSecret();
        const bound = await changing(token, visitor, {
          whether: ({ isMine, asking }) =>
            isMine || !asking.sent ? allowed : refused('answers-sent'),
          async change(tx, { link, isMine }) {
            if (isMine) return null;
            const holderHash = secretHash(secret);
            await tx
              .update(customerLinks)
              .set({ holderHash })
              .where(eq(customerLinks.hash, link.hash));
            return { holder: secret, expiresAt: link.expiresAt };
          },
        });
        return bound;
      }),

    answer: (token, visitor, input) =>
      answered(async () => {
        const at = Number(input.at);
        const words = wordsOf(input);
        const figure = figureOf(input);
        const dots = dotsOf(input);
        const next = await changing(token, visitor, {
          whether(found) {
            const { asking, given, authority } = found;
            const question = questionAt(found, at);
            if (!question) return refused('no-such-question');
            if (question.kind === 'words') return mayGiveWords(words, { ...asking, given });
            if (question.kind === 'dots') return mayGiveDots(dots, { ...asking, given });
            const { scoreKinds: kinds } = authority.sprint;
            return mayGiveScore({ ...question, answer: figure }, { ...asking, kinds });
          },
          async change(tx, found) {
            const question = questionAt(found, at);
            const { customerId } = found.asking;
            if (question?.kind === 'words') await storeAsking(tx, customerId, { words });
            else if (question?.kind === 'dots') await storeAsking(tx, customerId, { dots });
            else if (question && figure !== null)
              await storeScore(tx, customerId, { ...question, answer: figure });
            return at + 1;
          },
        });
        return next ?? 0;
      }),

    send: (token, visitor) =>
      answered(async () => {
        await changing(token, visitor, {
          whether: ({ isMine }) => (isMine ? allowed : refused('questions-elsewhere')),
          async change(tx, { asking }) {
            await storeAsking(tx, asking.customerId, { sent: true });
          },
        });
        return null;
      }),
  };
}

/** Only in the browser that began, and no question before it may be read. */
function questionAt({ questions, given, isMine }: Found, at: number): Question | undefined {
  if (!isMine || !Number.isInteger(at)) return undefined;
  return reachable(questions, { wanted: at, given }) === at ? questions[at] : undefined;
}

function foundIn(
  authority: Authority,
  token: string,
  { holder }: Visitor,
  now: Date,
): { found: Found } | { ruling: Extract<Ruling, { allowed: false }> } {
  const no = (code: 'no-such-link' | 'link-expired' | 'questions-elsewhere') => ({
    ruling: { allowed: false, refusal: { code } } as const,
  });
  const hash = secretHash(token);
  const link = authority.customerLinks.find((one) => one.hash === hash);
  const asking = link && askingOf(authority, link.customerId);
  const state = authority.customers.find(({ id }) => id === link?.customerId)?.state;
  if (!link || !asking || !mayAsk(state).allowed) return no('no-such-link');
  const isMine =
    link.holderHash !== null && holder !== undefined && secretHash(holder) === link.holderHash;
  if (!asking.sent && link.expiresAt <= now) return no('link-expired');
  if (link.holderHash !== null && !isMine) return no('questions-elsewhere');
  const { scoreKinds: kinds } = authority.sprint;
  const given = givenOf(authority, link.customerId);
  const questions = questionsOf({ kinds, concepts: asking.concepts });
  return { found: { link, asking, given, questions, isMine, authority } };
}

function pageOf({ asking, given, questions, isMine }: Found, wanted: number | null): CustomerPage {
  const of = questions.length;
  const state = asking.sent ? 'sent' : isMine ? 'mine' : 'new';
  if (state !== 'mine') return { state, at: 0, of, question: null, open: [] };
  const at = reachable(questions, { wanted: wanted ?? firstOpen(questions, given), given });
  const question = questions[at];
  const open = questions.flatMap((one, index) => (isOpenQuestion(one, given) ? [index] : []));
  return { state, at, of, question: question ? put(question, asking, given) : null, open };
}

function put(question: Question, { concepts }: AskingRow, given: Given): PutQuestion {
  if (question.kind === 'words') {
    const settled = concepts.length > 0 && given.words !== null;
    return { kind: 'words', given: given.words, settled };
  }
  if (question.kind === 'dots') {
    return { kind: 'dots', concepts, given: given.dots === null ? null : [...given.dots] };
  }
  const { kind, item } = question;
  return { kind, item, ...scoreRanges[kind], given: scoreGiven(given, question) };
}
