/**
 * Everything about people that the routes and the command line may ask: the use cases of this
 * folder, bound to their parts. The routes get answers, never a thrown refusal.
 */
import { createKnownPlaces } from '#server/auth/known-places';
import { createRateLimits, type LimitName, type RateLimit } from '#server/auth/rate-limits';
import { answered, type Answer } from '#server/people/answer';
import { changePassword } from '#server/people/change-password';
import { changeProfile, rememberLanguage } from '#server/people/change-profile';
import { confirmRegistration, lookAtRegistration } from '#server/people/confirm-registration';
import { createSprint } from '#server/people/create-sprint';
import { deleteAccount } from '#server/people/delete-account';
import { lookAtDoor } from '#server/people/door';
import { enterByTicket, lookAtSeat } from '#server/people/enter-by-ticket';
import { forgotPassword, makeResetLink } from '#server/people/forgot-password';
import { invite, makeInvitation } from '#server/people/invite';
import { join } from '#server/people/join';
import { listSprints } from '#server/people/list-sprints';
import { lostSeats } from '#server/people/lost-seats';
import type { PeopleParts, Visit } from '#server/people/parts';
import { mayRegister, register } from '#server/people/register';
import { keepSendingMails, sendDueMails } from '#server/people/registration-mails';
import { lookAtReset, resetPassword } from '#server/people/reset-password';
import { deleteWhatIsOver, keepRetention } from '#server/people/retention';
import { endOtherSessions, endOwnSession, listSessions } from '#server/people/session-list';
import { signIn } from '#server/people/sign-in';

export type People = ReturnType<typeof createPeople>;

/** @param rateLimits other figures than the usual, for tests. */
export function createPeople({
  rateLimits = {},
  ...given
}: Omit<PeopleParts, 'limits' | 'knownPlaces'> & {
  rateLimits?: Partial<Record<LimitName, RateLimit>>;
}) {
  const parts: PeopleParts = {
    ...given,
    limits: createRateLimits(rateLimits),
    knownPlaces: createKnownPlaces(given.clock),
  };

  /** Binds a use case to the parts and turns its refusals into answers. */
  function ask<A extends unknown[], T>(useCase: (parts: PeopleParts, ...args: A) => Promise<T>) {
    return (...args: A): Promise<Answer<T>> => answered(() => useCase(parts, ...args));
  }

  return {
    register: ask(register),
    mayRegister: ask(mayRegister),
    lookAtRegistration: ask(lookAtRegistration),
    confirmRegistration: ask(confirmRegistration),
    signIn: ask(signIn),
    /** Ends the session that visits; nothing when there is none. */
    signOut: async ({ session }: Pick<Visit, 'session'>): Promise<void> => {
      if (session) await parts.sessions.endSession(session.id);
    },
    forgotPassword: ask(forgotPassword),
    lookAtReset: ask(lookAtReset),
    resetPassword: ask(resetPassword),
    changePassword: ask(changePassword),
    changeProfile: ask(changeProfile),
    rememberLanguage: (language: 'nl' | 'en', visit: Visit) =>
      rememberLanguage(parts, language, visit),
    deleteAccount: ask(deleteAccount),
    listSessions: ask(listSessions),
    endOwnSession: ask(endOwnSession),
    endOtherSessions: ask(endOtherSessions),
    invite: ask(invite),

    lookAtDoor: ask(lookAtDoor),
    join: ask(join),
    lookAtSeat: ask(lookAtSeat),
    enterByTicket: ask(enterByTicket),
    lostSeats: (visit: Pick<Visit, 'session'>): Promise<string[]> => lostSeats(parts, visit),

    createSprint: ask(createSprint),
    listSprints: ask(listSprints),

    /** For the pages: what this server offers. */
    offers: { registration: parts.config.registration, mail: parts.mail !== null },

    /** For the command line. */
    makeResetLink: (email: string) => makeResetLink(parts, email),
    makeInvitation: () => makeInvitation(parts, null),

    deleteWhatIsOver: () => deleteWhatIsOver(parts),
    /** Starts the hourly look; @returns a function that stops it. */
    keepRetention: () => keepRetention(parts),
    sendDueMails: async () => {
      if (parts.mail) await sendDueMails(parts, parts.mail);
    },
    /** Sends mails about registrations that were not sent yet; @returns a function that stops it. */
    keepSendingMails: () => keepSendingMails(parts),
  };
}
