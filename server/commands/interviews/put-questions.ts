/**
 * Puts the questions to a customer, aloud or behind a link: with the concepts that the Decider kept on Thursday, in
 * an order that is drawn for this customer and stays theirs.
 */
import { eq } from 'drizzle-orm';
import { plainLadders } from '#document/kinds/ladders/plain';
import { afterOpening } from '#domain/klantbelofte/opening';
import { drawnOrder } from '#domain/klantbelofte/ranking';
import type { AskedConcept, AskingWay } from '#domain/tests/asking';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { askings } from '#server/db/asking-tables';
import type { Authority } from '#server/stage/authority';
import { askingOf } from '#server/store/askings';

type Putting = Pick<
  Doing<CommandKind>,
  'tx' | 'authority' | 'doc' | 'holds' | 'attempt' | 'random'
>;

/** The room of the ladders on which concepts are kept; none before there is one. */
export function laddersRoom({ boards, rooms }: Authority): string[] {
  const ladders = boards.filter(({ kind }) => kind === 'ladders');
  const latest = ladders.reduce<(typeof ladders)[number] | undefined>(
    (last, board) => (last && last.createdAt >= board.createdAt ? last : board),
    undefined,
  );
  const room = latest && rooms.find(({ boardId }) => boardId === latest.id);
  return room ? [room.id] : [];
}

/**
 * The command must keep the room of `laddersRoom`. Concepts that were kept anew are drawn anew, until this customer
 * can have read any.
 */
export async function putQuestions(
  doing: Putting,
  { customerId, way, askedById }: { customerId: string; way: AskingWay; askedById: string | null },
): Promise<void> {
  const { tx, authority } = doing;
  const asking = askingOf(authority, customerId);
  if (!asking) {
    await tx.insert(askings).values({ customerId, way, askedById, concepts: drawn(doing) ?? [] });
    return;
  }
  const concepts = (asking.words === null ? drawn(doing) : null) ?? asking.concepts;
  await tx
    .update(askings)
    .set({
      ...{ way, askedById, sent: false },
      concepts: isSame(concepts, asking.concepts) ? asking.concepts : concepts,
    })
    .where(eq(askings.customerId, customerId));
}

/** @returns null where the ladders cannot be read now: a customer who sits there is not kept waiting. */
function drawn(doing: Putting): AskedConcept[] | null {
  const [roomId] = laddersRoom(doing.authority);
  if (roomId === undefined) return [];
  const read = doing.attempt(roomId, (doc) => keptConcepts(doc));
  if (!read) return null;
  const order = drawnOrder(
    read.value.map(({ id }) => id),
    doing.random,
  );
  return order.flatMap((id) => read.value.find((one) => one.id === id) ?? []);
}

/** What was kept on Thursday, without what is not for customers to read. */
function keptConcepts(doc: Parameters<typeof plainLadders>[0]): AskedConcept[] {
  return plainLadders(doc).beloften.flatMap(({ id, words, audience, decided }) => {
    const said = afterOpening(words).trim();
    return decided.concept && audience !== 'internal' && said !== '' ? [{ id, words: said }] : [];
  });
}

function isSame(a: readonly AskedConcept[], b: readonly AskedConcept[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, words }) => b.some((one) => one.id === id && one.words === words))
  );
}
