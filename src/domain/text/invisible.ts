/**
 * Characters that draw nothing, or draw like others: what makes two names look the same, or a name
 * look like nobody's. For names and whatever else is compared by what a reader sees.
 */

/** Emoji that need characters of no width: joined ones, with a style, a keycap, a flag of tags. */
const EMOJI =
  /[0-9#*]\ufe0f?\u20e3|\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}|\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]*(?:\u200d\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]*)*/u;
/** Drawn as nothing: joiners, fillers, tags, marks of direction, controls, stand-ins for what is not there. */
const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\ufff9-\ufffc\u{16fe4}\u{1d159}]/u;
const EMOJI_OR_UNSEEN = new RegExp(`(${EMOJI.source})|${UNSEEN.source}`, 'gu');
const EVERY_UNSEEN = new RegExp(UNSEEN.source, 'gu');
/** Spaces of any width, and the braille pattern without a dot. */
const SPACES = /[\p{White_Space}\u2800]+/gu;

/** One line of what is seen: spaces joined, what draws nothing taken out but for what holds an emoji together. */
export function seenText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(EMOJI_OR_UNSEEN, (_, emoji: string | undefined) => emoji ?? '')
    .replace(SPACES, ' ')
    .trim();
}

/** Letters of Cyrillic and Greek that are drawn as a Latin one, in small. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j' },
  ...{
    к: 'k',
    ӏ: 'l',
    м: 'm',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
  },
  ...{
    α: 'a',
    β: 'b',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'y',
    χ: 'x',
    ς: 'σ',
  },
  ...{ ı: 'i', ɡ: 'g', ɑ: 'a', ſ: 's' },
};

/** The same for two texts that a reader takes for the same: whatever their width, case, spaces or alphabet. */
export function lookOf(text: string): string {
  const folded = seenText(text.normalize('NFKC'))
    .replace(EVERY_UNSEEN, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
  return seenText(Array.from(folded, (letter) => LOOKALIKES[letter] ?? letter).join(''));
}
