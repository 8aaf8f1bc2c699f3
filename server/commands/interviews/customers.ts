/** The list of customers: who comes when, who did not come, who takes back what they said. */
import { eq } from 'drizzle-orm';
import { allowed, refused, type Ruling } from '#domain/refusal';
import {
  mayAddCustomer,
  mayConfirm,
  mayEditCustomer,
  mayMiss,
  nextNumber,
} from '#domain/tests/customers';
import type { Handler } from '#server/commands/command';
import { customers } from '#server/db/interview-tables';
import type { Authority, CustomerRow } from '#server/stage/authority';

export const addCustomer: Handler<'add-customer'> = {
  // who: the runner asked permissions.
  // whether
  whether: ({ authority }) => mayAddCustomer(authority.customers),
  // do
  async do({ tx, authority, command, newId }) {
    const { name, slotAt, reserve } = command;
    await tx.insert(customers).values({
      ...{ id: newId(), sprintId: authority.sprint.id, name, reserve },
      number: nextNumber(authority.customers, reserve),
      slotAt: slotAt === null ? null : new Date(slotAt),
    });
    return null;
  },
};

export const editCustomer: Handler<'edit-customer'> = {
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayEditCustomer(authority.customers, command.customerId),
  // do
  async do({ tx, command }) {
    const { customerId, name, slotAt } = command;
    const changes = {
      ...(name !== undefined && { name }),
      ...(slotAt !== undefined && { slotAt: slotAt === null ? null : new Date(slotAt) }),
    };
    if (Object.keys(changes).length === 0) return null;
    await tx.update(customers).set(changes).where(eq(customers.id, customerId));
    return null;
  },
};

export const callInReserve: Handler<'call-in-reserve'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }): Ruling {
    const customer = customerById(authority, command.customerId);
    if (!customer?.reserve) return refused('no-such-customer');
    return customer.state === 'planned' ? allowed : refused('customer-not-planned');
  },
  // do
  async do({ tx, authority, command }) {
    await tx
      .update(customers)
      .set({ reserve: false, number: nextNumber(authority.customers, false) })
      .where(eq(customers.id, command.customerId));
    return null;
  },
};

export const confirmCustomer: Handler<'confirm-customer'> = {
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayConfirm(authority.customers, command.customerId),
  // do
  async do({ tx, command: { customerId, confirmed }, now }) {
    await tx
      .update(customers)
      .set({ confirmedAt: confirmed ? now : null })
      .where(eq(customers.id, customerId));
    return null;
  },
};

export const missCustomer: Handler<'miss-customer'> = {
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayMiss(authority.customers, command.customerId),
  // do
  async do({ tx, command }) {
    await tx
      .update(customers)
      .set({ state: command.missed ? 'missed' : 'planned' })
      .where(eq(customers.id, command.customerId));
    return null;
  },
};

export function customerById(authority: Authority, customerId: string): CustomerRow | undefined {
  return authority.customers.find(({ id }) => id === customerId);
}
