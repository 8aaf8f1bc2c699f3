/**
 * Words written in a note that was fastened meanwhile: nobody's typing is lost. Offered again, as a
 * new note or on the clipboard, with the reason why they do not stay where they were written.
 */
import { untrack } from 'svelte';
import { toast } from 'svelte-sonner';
import { shortened } from '#domain/text/cut';
import { m } from '$lib/paraglide/messages';
import type { Breach } from '#protocol/rooms';
import type { Board } from './board.svelte';
import { reasonWords } from '$lib/boards/wall/menus/rights-words';

/** Time to read and to choose. */
const OFFERED_MS = 20_000;
const SHOWN_LETTERS = 60;

const named = (text: string): string => shortened(text, SHOWN_LETTERS);

/**
 * For an effect: takes out of the hands what has just been fastened, and says why. A field stays its
 * writer's: what it takes from then on is offered when they leave it.
 */
export function leaveWhatIsHeld(board: Board): void {
  const { wall, writing, labelling, hand } = board;
  const held = writing.note?.holds.edit ?? null;
  if (held !== null)
    untrack(() =>
      toast(m.board_kept_field(), { id: 'kept-field', description: reasonWords(held) }),
    );
  if (labelling !== null && wall.group(labelling)?.holds.edit)
    untrack(() => (board.labelling = null));
  const carried = [...hand.things];
  if (!board.writable || carried.every((id) => wall.canMove(id))) return;
  untrack(() => {
    const why = carried.map((id) => wall.whyNot(id)).find((one) => one !== null);
    hand.letGo();
    toast(m.board_held_back(), { description: reasonWords(why ?? 'locked') });
  });
}

/** What the room took back, named; words written in it are offered again. */
export function sayBreach(board: Board, { rule, noteIds, groupIds }: Breach): void {
  const { wall, writing } = board;
  const lost = noteIds
    .map((id) => ({ words: writing.typed.of(id), now: wall.note(id)?.text.trim() }))
    .find(({ words, now }) => words !== undefined && words !== now);
  if (lost?.words !== undefined) {
    offerWords(board, lost.words, reasonWords(rule));
    return;
  }
  const [first] = noteIds;
  const [group] = groupIds;
  const text = (first === undefined ? '' : (wall.note(first)?.text ?? '')).trim();
  const label = group === undefined ? '' : (wall.group(group)?.label ?? '').trim();
  const what = named(text || label);
  toast(what === '' ? m.board_breach_unnamed() : m.board_breach({ text: what }), {
    description: reasonWords(rule),
  });
}

/** @param why they do not stay where they were written; left out where that was said before. */
export function offerWords(board: Board, words: string, why?: string): void {
  toast(m.board_kept_words({ text: named(words) }), {
    // One offer at a time for the same words: the editor that closes and the room may both speak.
    id: `kept-${words}`,
    ...(why === undefined ? {} : { description: why }),
    duration: OFFERED_MS,
    cancel: { label: m.board_kept_copy(), onClick: () => void copy(words) },
    action: { label: m.board_kept_as_note(), onClick: () => board.add(undefined, { text: words }) },
  });
}

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    toast(m.board_kept_copied());
  } catch {
    toast(m.board_copy_refused());
  }
}
