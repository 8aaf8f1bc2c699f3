/**
 * Updates of declared shapes that are cheap to send and dear to take in: they make Yjs walk or move
 * far more than they hold. Each is a list of frames of one member, the last of which costs.
 */
import { craftedNote, craftUpdate, type Crafted } from '#tests/support/crafted-updates';

const EVE = 9_000;

/** Structs of one costly frame: as many as one may have. */
const MANY = 5_900;

const letter = (text: string): Crafted['content'] => ({ text });
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** Units of a long text, and clocks of its note. */
const LONG = 2_000;
const CLOCKS = LONG + 2;

/** Notes with a long text each, and then thousands of small holes in all of them. */
function torn(
  texts: number,
  text: string,
  { each, size }: { each: number; size: number },
): Uint8Array[] {
  const notes = times(texts, (n): Crafted[] => [
    { root: 'notes', key: `long-${n}`, content: { type: 'map' } },
    { parent: [EVE, n * CLOCKS], key: 'text', content: { type: 'text' } },
    { parent: [EVE, n * CLOCKS + 1], content: letter(text.repeat(LONG / text.length)) },
  ]);
  const apart = Math.floor(LONG / each);
  const ranges = times(texts * each, (n): [number, number] => {
    const place = (n % each) * apart + 1;
    return [Math.floor(n / each) * CLOCKS + 2 + place, size];
  });
  return [
    craftUpdate([{ client: EVE, structs: notes.flat() }]),
    craftUpdate([], [{ client: EVE, ranges }]),
  ];
}

export const costlyUpdates: Readonly<Record<string, () => readonly Uint8Array[]>> = {
  'thousands of letters at one place, each before another': () => {
    const half = MANY / 2;
    const first = [...craftedNote(EVE), { parent: [EVE, 1], content: letter('a') } as Crafted];
    const before = times(half, (n): Crafted => ({
      origin: [EVE, 2],
      ...(n > 0 ? { right: [EVE, 2 + n] } : {}),
      content: letter('b'),
    }));
    const behind = times(half, (): Crafted => ({ origin: [EVE, 2], content: letter('c') }));
    return [
      craftUpdate(
        [{ client: EVE, structs: [...first, ...before, ...behind] }],
        // Gone again at once, they take no space.
        [{ client: EVE, ranges: [[3, MANY]] }],
      ),
    ];
  },
  'thirty hands at one place, each behind all of the others': () => {
    const note = craftUpdate([
      {
        client: EVE,
        structs: [
          ...craftedNote(EVE),
          { parent: [EVE, 1], content: letter('a') },
          { origin: [EVE, 2], content: letter('z') },
        ],
      },
    ]);
    const hands = times(30, (hand) => ({
      client: EVE + 1 + hand,
      structs: times(Math.floor(MANY / 30), (n): Crafted => ({
        origin: [EVE, 2],
        ...(n % 2 ? { right: [EVE, 3] } : {}),
        content: letter('b'),
      })),
    }));
    const gone = hands.map(({ client, structs }) => ({
      ...{ client, ranges: [[0, structs.length]] as const },
    }));
    return [note, craftUpdate(hands, gone)];
  },
  'a field written thousands of times by somebody who never saw it': () => [
    craftUpdate([
      {
        client: EVE,
        structs: [
          ...craftedNote(EVE),
          ...times(MANY, (n): Crafted => ({ parent: [EVE, 0], key: 'z', content: { value: n } })),
        ],
      },
    ]),
  ],
  'long texts torn into thousands of pieces': () => torn(100, 'x', { each: 98, size: 1 }),
  'long texts torn between the halves of their pictures': () =>
    torn(50, '😀', { each: 196, size: 2 }),
};
