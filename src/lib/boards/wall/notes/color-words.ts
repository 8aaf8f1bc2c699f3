/** The names of the six papers. */
import type { PaperColor } from '#document/schema';
import { m } from '$lib/paraglide/messages';

const names: Record<PaperColor, () => string> = {
  yellow: m.board_color_yellow,
  pink: m.board_color_pink,
  blue: m.board_color_blue,
  green: m.board_color_green,
  violet: m.board_color_violet,
  white: m.board_color_white,
};

export function colorName(color: PaperColor): string {
  return names[color]();
}
