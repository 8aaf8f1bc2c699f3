/**
 * A talk with a customer, from its beginning to where it is rounded off: then what each observer wrote in
 * their own pile is laid on the grid by the server, in one transaction. Repeated, it finds nothing.
 */
import { and, eq } from 'drizzle-orm';
import { layObservations, takeObservations } from '#document/kinds/grid/operations';
import { plainGrid } from '#document/kinds/grid/plain';
import { server } from '#document/origins';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { customerLabel, mayRoundOff, mayStartInterview } from '#domain/tests/customers';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing, Handler } from '#server/commands/command';
import { markSkipped } from '#server/commands/boards/reveal';
import { openStepOf } from '#server/commands/agenda/steps';
import { customers, taskResultRows } from '#server/db/interview-tables';
import { privateRoomOf, type Authority, type Member } from '#server/stage/authority';
import { customerById } from './customers';

export const startInterview: Handler<'start-interview'> = {
  rooms: ({ authority }) => gridRoom(authority),
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    if (openStepOf(authority)?.exercise !== 'interviews') return refused('step-not-open');
    return mayStartInterview(authority.customers, command.customerId);
  },
  // do
  async do({ tx, authority, me, command, now, doc }) {
    const [roomId] = gridRoom(authority);
    const rows = roomId === undefined ? [] : plainGrid(doc(roomId)).rows;
    const parts = rows.map(({ id, title }) => ({ id, title: title.trim() }));
    await tx
      .update(customers)
      .set({
        ...{ state: 'running', startedAt: now, endedAt: null, parts },
        ...{ rowNow: parts[0]?.id ?? null, interviewerId: interviewerOf(authority, me) },
      })
      .where(eq(customers.id, command.customerId));
    return null;
  },
};

export const roundOffInterview: Handler<'round-off-interview'> = {
  rooms: ({ authority }) => gridRoom(authority),
  keeps: ({ authority }) => pilesOf(authority, authority.members),
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayRoundOff(authority.customers, command.customerId),
  // do
  async do(doing) {
    const { tx, authority, command, now } = doing;
    await markSkipped(doing, pour(doing, labelOf(authority, command), authority.members));
    await tx
      .update(customers)
      .set({ state: 'done', endedAt: now, rowNow: null })
      .where(eq(customers.id, command.customerId));
    return null;
  },
};

export const layLateObservations: Handler<'lay-late-observations'> = {
  rooms: ({ authority, me }) => [...gridRoom(authority), ...pilesOf(authority, [me])],
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }): Ruling {
    const customer = customerById(authority, command.customerId);
    if (!customer || customer.state === 'withdrawn') return refused('no-such-customer');
    return customer.state === 'done' ? allowed : refused('interview-running');
  },
  // do
  async do(doing) {
    pour(doing, labelOf(doing.authority, doing.command), [doing.me]);
    return null;
  },
};

export const pointRow: Handler<'point-row'> = {
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayRoundOff(authority.customers, command.customerId),
  // do
  async do({ tx, command }) {
    const { customerId, row } = command;
    await tx.update(customers).set({ rowNow: row }).where(eq(customers.id, customerId));
    return null;
  },
};

export const setTaskResult: Handler<'set-task-result'> = {
  // who: the runner asked permissions.
  // whether: also of a talk that is over, as a task may be looked at again.
  whether({ authority, command }): Ruling {
    const state = customerById(authority, command.customerId)?.state;
    if (state === undefined || state === 'withdrawn') return refused('no-such-customer');
    return state === 'running' || state === 'done' ? allowed : refused('interview-not-running');
  },
  // do
  async do({ tx, command }) {
    const { customerId, row, result } = command;
    const { customerId: ofCustomer, row: ofRow } = taskResultRows;
    if (result === null) {
      await tx.delete(taskResultRows).where(and(eq(ofCustomer, customerId), eq(ofRow, row)));
    } else {
      await tx
        .insert(taskResultRows)
        .values({ customerId, row, result })
        .onConflictDoUpdate({ target: [ofCustomer, ofRow], set: { result } });
    }
    return null;
  },
};

function labelOf(authority: Authority, { customerId }: { customerId: string }): string {
  const customer = customerById(authority, customerId);
  if (!customer) throw new Error('a customer that was ruled upon is not there');
  return customerLabel(customer);
}

/** The room of the grid on which the test is gathered, the latest where there are several; none before it was made. */
export function gridRoom({ boards, rooms }: Authority): string[] {
  const grids = boards.filter(({ kind }) => kind === 'grid');
  const latest = grids.reduce<(typeof grids)[number] | undefined>(
    (last, board) => (last && last.createdAt >= board.createdAt ? last : board),
    undefined,
  );
  const room = latest && rooms.find(({ boardId }) => boardId === latest.id);
  return room ? [room.id] : [];
}

/** Who talks: who has that duty, first of all the one who begins. */
function interviewerOf({ members }: Authority, me: Member): string {
  if (me.duties.includes('interviewer')) return me.id;
  return members.find(({ duties }) => duties.includes('interviewer'))?.id ?? me.id;
}

/** The piles of these members. */
export function pilesOf(authority: Authority, members: readonly Member[]): string[] {
  return members.flatMap(({ id }) => privateRoomOf(authority, id, 'pile')?.id ?? []);
}

/** @returns rooms of piles that could not be read or emptied; they stay as they are. */
function pour(
  { authority, attempt, doc, newId }: Doing<CommandKind>,
  customer: string,
  members: readonly Member[],
): string[] {
  const [grid] = gridRoom(authority);
  if (grid === undefined) return [];
  const seen: Parameters<typeof layObservations>[1][number][] = [];
  const skipped: string[] = [];
  for (const member of members) {
    const pile = privateRoomOf(authority, member.id, 'pile');
    if (!pile) continue;
    const taken = attempt(pile.id, (own) => takeObservations(own, customer, server));
    if (!taken) skipped.push(pile.id);
    for (const { id: _, order: __, ...one } of taken?.value ?? []) {
      seen.push({ ...one, author: shownName(member), by: member.id });
    }
  }
  if (seen.length > 0) layObservations(doc(grid), seen, { newId });
  return skipped;
}
