/** Rows of what customers answered: written by the commands of who asks aloud, and by the page behind a link. */
import { and, eq } from 'drizzle-orm';
import type { Given } from '#domain/tests/asking';
import type { ScoreKind } from '#domain/tests/scores';
import { askings, customerAnswers } from '#server/db/asking-tables';
import type { Transaction } from '#server/db/database';
import type { AskingRow, Authority } from '#server/stage/authority';

export function askingOf(
  { askings: all }: Pick<Authority, 'askings'>,
  customerId: string,
): AskingRow | undefined {
  return all.find((one) => one.customerId === customerId);
}

/** What one customer gave so far. */
export function givenOf(
  { askings: all, customerAnswers: answers }: Pick<Authority, 'askings' | 'customerAnswers'>,
  customerId: string,
): Given {
  const asking = askingOf({ askings: all }, customerId);
  return {
    answers: answers.filter((one) => one.customerId === customerId),
    ...{ words: asking?.words ?? null, dots: asking?.dots ?? null },
  };
}

/** @param answer was ruled upon; null takes it back. */
export async function storeScore(
  tx: Transaction,
  customerId: string,
  { kind, item, answer }: { kind: ScoreKind; item: number; answer: number | null },
): Promise<void> {
  const its = and(
    eq(customerAnswers.customerId, customerId),
    ...[eq(customerAnswers.kind, kind), eq(customerAnswers.item, item)],
  );
  if (answer === null) {
    await tx.delete(customerAnswers).where(its);
    return;
  }
  await tx
    .insert(customerAnswers)
    .values({ customerId, kind, item, answer })
    .onConflictDoUpdate({
      target: [customerAnswers.customerId, customerAnswers.kind, customerAnswers.item],
      set: { answer },
    });
}

export async function storeAsking(
  tx: Transaction,
  customerId: string,
  changes: Partial<Pick<AskingRow, 'words' | 'dots' | 'sent'>>,
): Promise<void> {
  await tx.update(askings).set(changes).where(eq(askings.customerId, customerId));
}
