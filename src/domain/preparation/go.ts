/**
 * Whether the sprint goes ahead: with a Decider and enough customers that confirmed, or with a reason. Asked
 * by the command and the screen. Pure.
 */
import { allowed, refused, type Ruling } from '#domain/refusal';
import { CUSTOMERS_FEWEST, type Customer } from '#domain/tests/customers';

export const goLacks = ['no-decider', 'few-customers'] as const;
export type GoLack = (typeof goLacks)[number];

type Confirming = Pick<Customer, 'reserve' | 'state'> & { readonly confirmed: boolean };

/** Of those who are to come: a reserve does not count, nor who will not come or took everything back. */
export function confirmedOf(customers: readonly Confirming[]): { count: number; of: number } {
  const coming = customers.filter(
    ({ reserve, state }) => !reserve && state !== 'missed' && state !== 'withdrawn',
  );
  return { count: coming.filter(({ confirmed }) => confirmed).length, of: coming.length };
}

export function lacksFor(facts: {
  readonly hasDecider: boolean;
  readonly confirmed: number;
}): GoLack[] {
  const lacks = {
    'no-decider': !facts.hasDecider,
    'few-customers': facts.confirmed < CUSTOMERS_FEWEST,
  };
  return goLacks.filter((lack) => lacks[lack]);
}

/** Going ahead while something lacks, and not going ahead at all, are said with a reason. Refuses field-empty of `reason`. */
export function mayDecideGo(
  lacks: readonly GoLack[],
  { go, reason }: { readonly go: boolean; readonly reason: string },
): Ruling {
  const needsReason = !go || lacks.length > 0;
  return needsReason && reason.trim() === ''
    ? refused('field-empty', { field: 'reason' })
    : allowed;
}
