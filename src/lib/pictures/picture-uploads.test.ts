import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PictureUploads, type PictureUpload } from './picture-uploads.svelte';
import type { SendPicture, Sent } from './send-picture';

const picture = { id: 'p1', width: 800, height: 600 };
const taken: Sent = { kind: 'taken', picture };
const file = (name = 'kast.jpg', bytes = 10): File => new File([new Uint8Array(bytes)], name);

type Line = {
  file: File;
  signal: AbortSignal;
  share: (share: number) => void;
  answer: (sent: Sent) => void;
};

/** Uploads whose line the test answers. */
function withLine(maxBytes = 1_000) {
  const lines: Line[] = [];
  const send: SendPicture = (sent, _to, { share, signal }) =>
    new Promise((answer) => lines.push({ file: sent, signal, share, answer }));
  const uploads = new PictureUploads({ sprintId: 's', maxBytes, send });
  return { uploads, lines };
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const kinds = (all: readonly PictureUpload[]) => all.map(({ state }) => state.kind);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('two files are sent at a time, the others wait for their turn', async () => {
  const { uploads, lines } = withLine();
  uploads.connect('b', () => true);
  uploads.add(
    'b',
    [1, 2, 3].map((n) => ({ file: file(`${n}.jpg`), at: [n, 0] })),
  );
  expect(kinds(uploads.of('b'))).toEqual(['sending', 'sending', 'waiting']);
  lines[0]?.answer(taken);
  await settled();
  expect(kinds(uploads.of('b'))).toEqual(['sending', 'sending']);
  expect(lines.map((line) => line.file.name)).toEqual(['1.jpg', '2.jpg', '3.jpg']);
});

test('what is sent is told as a share, and a picture that arrived is laid where it was meant', async () => {
  const { uploads, lines } = withLine();
  const laid: unknown[] = [];
  uploads.connect('b', (got, { at }) => laid.push([got, at]) > 0);
  const [upload] = uploads.add('b', [{ file: file(), at: [30, 40] }]);
  lines[0]?.share(0.5);
  expect(upload?.state).toEqual({ kind: 'sending', share: 0.5 });
  lines[0]?.answer(taken);
  await settled();
  expect(laid).toEqual([[picture, [30, 40]]]);
  expect(uploads.unsent).toBe(false);
});

test('without a line a file waits and is sent when there is one, without being asked', async () => {
  const { uploads, lines } = withLine();
  uploads.connect('b', () => true);
  uploads.add('b', [{ file: file(), at: [0, 0] }]);
  lines[0]?.answer({ kind: 'away' });
  await settled();
  expect(kinds(uploads.of('b'))).toEqual(['later']);
  uploads.lineIsBack();
  lines[1]?.answer({ kind: 'away' });
  await settled();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(kinds(uploads.of('b'))).toEqual(['sending']);
  lines[2]?.answer(taken);
  await settled();
  expect(uploads.unsent).toBe(false);
});

test('a refused file stays with its reason until it is tried again or taken away', async () => {
  const { uploads, lines } = withLine();
  uploads.connect('b', () => true);
  const [upload] = uploads.add('b', [{ file: file(), at: [0, 0] }]);
  lines[0]?.answer({ kind: 'refused', refusal: { code: 'picture-unreadable' } });
  await settled();
  expect(upload?.state).toEqual({ kind: 'refused', refusal: { code: 'picture-unreadable' } });
  if (upload) uploads.again(upload);
  expect(lines).toHaveLength(2);
  if (upload) uploads.drop(upload);
  expect(lines[1]?.signal.aborted).toBe(true);
  lines[1]?.answer(taken);
  await settled();
  expect(uploads.of('b')).toEqual([]);
});

test('a file that no shrinking would make small enough is refused without being sent', () => {
  const { uploads, lines } = withLine(10);
  const [upload] = uploads.add('b', [{ file: file('kast.jpg', 101), at: [0, 0] }]);
  expect(upload?.state).toMatchObject({
    refusal: { code: 'picture-too-large', about: { max: 10 } },
  });
  expect(lines).toEqual([]);
});

test('a picture that arrives while its board is away is laid when it is back', async () => {
  const { uploads, lines } = withLine();
  const gone = uploads.connect('b', () => true);
  uploads.add('b', [{ file: file(), at: [0, 0] }]);
  gone();
  lines[0]?.answer(taken);
  await settled();
  expect(kinds(uploads.of('b'))).toEqual(['arrived']);
  const laid: unknown[] = [];
  uploads.connect('b', (got) => laid.push(got) > 0);
  expect([laid, uploads.unsent]).toEqual([[picture], false]);
});

test('a picture for a board that closed meanwhile is kept, and never sent twice', async () => {
  const { uploads, lines } = withLine();
  let open = false;
  uploads.connect('b', () => open);
  const [upload] = uploads.add('b', [{ file: file(), at: [0, 0] }]);
  lines[0]?.answer(taken);
  await settled();
  expect(upload?.state).toMatchObject({ kind: 'refused', refusal: { code: 'wrong-phase' } });
  open = true;
  if (upload) uploads.again(upload);
  expect([lines.length, uploads.unsent]).toEqual([1, false]);
});
