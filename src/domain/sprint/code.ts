/**
 * The six-character code of a sprint: read aloud, typed on a phone. Its alphabet leaves out what
 * looks alike (0 O, 1 I L). Randomness is passed in; the server passes a secure one.
 */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;

/** @param random uniform in [0, 1) */
export function makeCode(random: () => number): string {
  let code = '';
  while (code.length < CODE_LENGTH) {
    code += CODE_ALPHABET[Math.floor(random() * CODE_ALPHABET.length)] ?? CODE_ALPHABET[0];
  }
  return code;
}

/**
 * What people type, as the code is stored: capitals, without spaces, dashes and dots.
 * @returns null when it cannot be a code.
 */
export function normaliseCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash}._]/gu, '')
    .toUpperCase();
  const fits =
    code.length === CODE_LENGTH && [...code].every((sign) => CODE_ALPHABET.includes(sign));
  return fits ? code : null;
}

/** As shown, in two halves: `ABC DEF`. */
export function showCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`;
}
