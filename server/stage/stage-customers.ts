/** What a reader may know of the customers of the test: their numbers and hours; names for two kinds of reader alone. */
import { customerLabel, knowsCustomers } from '#domain/tests/customers';
import type { StageCustomer } from '#protocol/customers';
import type { Authority, Member } from '#server/stage/authority';
import { composeAsking } from '#server/stage/stage-scores';

/** Null for an expert, who is gone by then. */
export function composeCustomers(authority: Authority, reader: Member): StageCustomer[] | null {
  const { customers, taskResults } = authority;
  if (reader.role === 'expert') return null;
  const knows = knowsCustomers(reader);
  return customers.map(({ id, number, reserve, state, ...one }) => ({
    ...{ id, reserve, state, label: customerLabel({ number, reserve }) },
    slotAt: one.slotAt?.getTime() ?? null,
    confirmed: one.confirmedAt !== null,
    startedAt: one.startedAt?.getTime() ?? null,
    endedAt: one.endedAt?.getTime() ?? null,
    ...{ interviewer: one.interviewerId, rowNow: state === 'running' ? one.rowNow : null },
    name: knows ? one.name : null,
    parts: state === 'running' && one.interviewerId === reader.id ? one.parts : null,
    results: Object.fromEntries(
      knows || state !== 'running'
        ? taskResults.flatMap(({ customerId, row, result }) =>
            customerId === id ? [[row, result] as const] : [],
          )
        : [],
    ),
    asking: composeAsking(authority, id, reader),
  }));
}
