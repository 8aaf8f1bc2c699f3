/**
 * The same notes for every whiteboard that is measured: a wall of short Dutch sentences, six colours,
 * laid out in a field of screen-like shape. Drawn from a seed, so that each run has the same.
 */
const words =
  'monteur klant onderdeel afspraak bellen wachten scherm reparatie prijs vooraf duidelijk thuis tijdvak bericht storing wasmachine levering spoed bevestigen uitleg'.split(
    ' ',
  );
export const colors = ['yellow', 'pink', 'blue', 'green', 'violet', 'white'];
export const NOTE_PX = 160;
const PITCH_PX = 176;

/** Mulberry32: small, fast, the same everywhere. @returns numbers in [0, 1). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns {{id: string, x: number, y: number, color: string, text: string}[]} */
export function benchNotes(count, seed = 7) {
  const random = randomFrom(seed);
  const columns = Math.ceil(Math.sqrt(count * 1.25));
  return Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    x: (at % columns) * PITCH_PX,
    y: Math.floor(at / columns) * PITCH_PX,
    color: colors[Math.floor(random() * colors.length)],
    text: Array.from(
      { length: 3 + Math.floor(random() * 7) },
      () => words[Math.floor(random() * words.length)],
    ).join(' '),
  }));
}

/** The note in the middle of the field, at which the view is aimed. */
export function middleOf(notes) {
  const right = Math.max(...notes.map(({ x }) => x)) + NOTE_PX;
  const bottom = Math.max(...notes.map(({ y }) => y)) + NOTE_PX;
  return { x: right / 2, y: bottom / 2 };
}
