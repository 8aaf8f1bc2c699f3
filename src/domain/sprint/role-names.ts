/**
 * Words for who leads and who decides: at the door they are no names, in whatever language or
 * disguise, because beside a note or in the list of people they would be believed.
 */
import { lookOf } from '#domain/text/invisible';

/** Without accents, spaces and signs, in small letters. */
const ROLE_WORDS: ReadonlySet<string> = new Set([
  ...['facilitator', 'facilitators', 'medefacilitator', 'cofacilitator', 'facilitatrice'],
  ...['facilitateur', 'facilitador', 'facilitadora', 'facilitatore', 'fasilitator', 'facilitating'],
  ...['moderator', 'moderatorin', 'sprintmaster', 'sprintleider', 'sprintbegeleider', 'begeleider'],
  ...['beslisser', 'medebeslisser', 'namensbeslisser', 'namensdebeslisser', 'vervangerbeslisser'],
  ...['decider', 'decidersstandin', 'deciderstandin', 'standin', 'standindecider', 'decisionmaker'],
  ...[
    'besluitnemer',
    'entscheider',
    'entscheiderin',
    'decideur',
    'decideuse',
    'decisor',
    'decisora',
  ],
  'decisore',
]);
const ARTICLE = /^(?:de|het|een|the|a|an|der|die|le|la|el|il|onze|our)\s+/;
/** Figures that are read as letters. */
const FIGURES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
};

/** Whether a name says no more than that somebody leads or decides: 'Facilitator', 'de Beslisser!', 'Decider 2'. */
export function isRoleName(name: string): boolean {
  const bare = lookOf(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(ARTICLE, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const figured = bare.replace(/[013457]/g, (figure) => FIGURES[figure] ?? figure);
  return [bare.replace(/\p{N}+$/u, ''), figured].some((word) => ROLE_WORDS.has(word));
}
