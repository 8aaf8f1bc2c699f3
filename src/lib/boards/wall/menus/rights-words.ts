/** Why something on the board cannot be changed, in words; and what was left alone for that reason. */
import type { Breach } from '#protocol/rooms';
import { m } from '$lib/paraglide/messages';
import type { Board } from '$lib/boards/wall/board.svelte';

export type Reason = 'read-only' | Breach['rule'];

const words: Record<Reason, () => string> = {
  'read-only': m.board_why_read_only,
  locked: m.board_why_locked,
  'not-the-author': m.board_why_not_the_author,
  'no-pen': m.refusals_not_the_artist,
  'not-the-decider': m.refusals_not_the_decider,
  'not-the-maker': m.prototype_not_the_maker,
};

export function reasonWords(reason: Reason): string {
  return words[reason]();
}

/** @returns why none of these notes may be changed or moved; undefined when at least one may. */
export function reasonAgainst(
  board: Board,
  ids: readonly string[],
  may: (id: string) => boolean,
): string | undefined {
  if (ids.some((id) => may(id))) return undefined;
  const reason = ids.map((id) => board.wall.whyNot(id)).find((why) => why !== null);
  return reasonWords(reason ?? 'read-only');
}
