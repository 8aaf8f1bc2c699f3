/** Numbers of dots and notes in words, singular and plural. */
import { m } from '$lib/paraglide/messages';

export function dotsWords(count: number): string {
  return count === 1 ? m.board_results_dots_one() : m.board_results_dots({ count });
}

export function myDotsWords(count: number): string {
  return count === 1 ? m.board_vote_mine_one() : m.board_vote_mine({ count });
}

export function notesWords(count: number): string {
  return count === 1 ? m.board_group_count_one() : m.board_group_count({ count });
}
