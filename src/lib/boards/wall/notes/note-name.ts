/** What a note is called for who listens: its words, where it lies, its stack, its dots. */
import { prefixed } from '#domain/exercises/prefix';
import { m } from '$lib/paraglide/messages';
import { pictureName } from '$lib/pictures/picture-name';
import type { NoteView } from '$lib/room/wall/wall-view.svelte';
import { groupName } from './arrange-notes';
import { colorName } from './color-words';
import type { Board } from '$lib/boards/wall/board.svelte';
import { dotsWords, myDotsWords } from '$lib/boards/dots/dot-words';

/** The note's words with the exercise's beginning; 'Leeg briefje' when there are none. */
export function noteWords(text: string, prefix: string): string {
  if (text.trim() === '') return m.board_note_empty();
  return prefixed(text, prefix);
}

export function noteName(note: NoteView, board: Board): string {
  const { prefix, votes, chosen, showAuthors } = board.manners;
  const parts: string[] = [
    note.picture
      ? m.pictures_named({ text: pictureName(note.text) })
      : m.board_note_named({ text: noteWords(note.text, prefix) }),
  ];
  parts.push(colorName(note.color));
  const group = note.group === null ? undefined : board.wall.group(note.group);
  if (group) parts.push(m.board_note_in_group({ group: groupName(group.label) }));
  if (note.beneath.length > 0) parts.push(m.board_note_stack({ count: note.beneath.length + 1 }));
  if (showAuthors && note.author) parts.push(m.board_note_by({ name: note.author }));
  const candidate = votes?.candidateOf(note.id);
  if (candidate && votes?.open && votes.mayVote)
    parts.push(myDotsWords(votes.mineOn(candidate.id)));
  const result = candidate && !votes?.open ? votes?.resultOf(candidate.id) : undefined;
  if (result) parts.push(dotsWords(result.dots));
  if (chosen.has(note.id)) parts.push(m.board_decision_mark());
  if (note.locked) parts.push(m.board_locked());
  if (note.unsaved) parts.push(m.board_note_unsaved());
  return parts.join(', ');
}
