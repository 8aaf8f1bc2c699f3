/** The questions at the end of a talk, asked aloud and filled in by who asks: begun, answered one by one, closed. */
import { eq } from 'drizzle-orm';
import { allowed, refused, type Ruling } from '#domain/refusal';
import {
  mayAsk,
  mayChooseQuestionnaires,
  mayGiveDots,
  mayGiveScore,
  mayGiveWords,
} from '#domain/tests/asking';
import type { Handler } from '#server/commands/command';
import { customerLinks } from '#server/db/asking-tables';
import { sprints } from '#server/db/tables';
import type { AskingRow, Authority } from '#server/stage/authority';
import { askingOf, givenOf, storeAsking, storeScore } from '#server/store/askings';
import { customerById } from './customers';
import { laddersRoom, putQuestions } from './put-questions';

export const chooseQuestionnaires: Handler<'choose-questionnaires'> = {
  // who: the runner asked permissions.
  // whether
  whether: ({ authority }) => mayChooseQuestionnaires(authority.askings),
  // do
  async do({ tx, authority, command }) {
    const scoreKinds = [...new Set(command.kinds)];
    await tx.update(sprints).set({ scoreKinds }).where(eq(sprints.id, authority.sprint.id));
    return null;
  },
};

export const beginAsking: Handler<'begin-asking'> = {
  keeps: ({ authority }) => laddersRoom(authority),
  // who: the runner asked permissions.
  // whether: one who asked may put right what they typed wrong; what the customer sent is the customer's.
  whether({ authority, me, command }): Ruling {
    const ruling = mayAsk(customerById(authority, command.customerId)?.state);
    if (!ruling.allowed) return ruling;
    const asking = askingOf(authority, command.customerId);
    const isOwn = asking?.way === 'aloud' && asking.askedById === me.id;
    return asking?.sent && !isOwn ? refused('answers-sent') : allowed;
  },
  // do
  async do(doing) {
    const { tx, me, command } = doing;
    await putQuestions(doing, { customerId: command.customerId, way: 'aloud', askedById: me.id });
    await tx.delete(customerLinks).where(eq(customerLinks.customerId, command.customerId));
    return null;
  },
};

export const giveScore: Handler<'give-score'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const { asking, ruling } = askedAloud(authority, command.customerId);
    if (!asking) return ruling;
    const { questionnaire: kind, item, answer } = command;
    const { scoreKinds: kinds } = authority.sprint;
    return mayGiveScore({ kind, item, answer }, { sent: asking.sent, kinds });
  },
  // do
  async do({ tx, command }) {
    const { customerId, questionnaire: kind, item, answer } = command;
    await storeScore(tx, customerId, { kind, item, answer });
    return null;
  },
};

export const giveWords: Handler<'give-words'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const { asking, ruling } = askedAloud(authority, command.customerId);
    if (!asking) return ruling;
    return mayGiveWords(command.words, {
      ...asking,
      given: givenOf(authority, command.customerId),
    });
  },
  // do
  async do({ tx, command }) {
    await storeAsking(tx, command.customerId, { words: command.words });
    return null;
  },
};

export const giveCustomerDots: Handler<'give-customer-dots'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const { asking, ruling } = askedAloud(authority, command.customerId);
    if (!asking) return ruling;
    return mayGiveDots(command.dots, { ...asking, given: givenOf(authority, command.customerId) });
  },
  // do
  async do({ tx, command }) {
    await storeAsking(tx, command.customerId, { dots: [...command.dots] });
    return null;
  },
};

export const finishAsking: Handler<'finish-asking'> = {
  // who: the runner asked permissions.
  // whether: also half filled, as nobody has to answer.
  whether({ authority, command }): Ruling {
    const { asking, ruling } = askedAloud(authority, command.customerId);
    if (!asking) return ruling;
    return asking.sent ? refused('answers-sent') : allowed;
  },
  // do
  async do({ tx, command }) {
    await storeAsking(tx, command.customerId, { sent: true });
    return null;
  },
};

/** What the customer is asked aloud; a refusal where they are not: gone, not begun, or behind a link. */
function askedAloud(
  authority: Authority,
  customerId: string,
): { asking: AskingRow; ruling: null } | { asking: null; ruling: Ruling } {
  const ruling = mayAsk(customerById(authority, customerId)?.state);
  if (!ruling.allowed) return { asking: null, ruling };
  const asking = askingOf(authority, customerId);
  if (!asking) return { asking: null, ruling: refused('no-such-question') };
  return asking.way === 'aloud'
    ? { asking, ruling: null }
    : { asking: null, ruling: refused('questions-elsewhere') };
}
