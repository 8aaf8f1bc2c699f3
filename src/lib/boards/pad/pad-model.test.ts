import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { frameOf, padRoot } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { orderKeys } from '#document/order';
import { seedUpdate } from '#document/schema';
import type { OpenPad } from '$lib/room/private/open-pad';
import { dice } from '#tests/convergence/support/seeded';
import { anyInk } from '#tests/support/pad-writes';
import { PadModel } from './pad-model.svelte';

const STROKES = 5_000;
const FRAMES = 40;

/** A pad that is open here, without a line: what its components ask of one. */
function openPad(doc: Y.Doc): OpenPad {
  const room = { doc, loaded: true, saved: 'saved', step: (work: () => void) => work() };
  return { room } as unknown as OpenPad;
}

describe('a pad on the screen', () => {
  it('[D81] opens with five thousand strokes, and one more is no look at the others', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate('pad'));
    const inks = Array.from({ length: 50 }, (_, seed) => anyInk(dice(seed)));
    const keys = orderKeys([], { before: null, count: STROKES / FRAMES });
    doc.transact(() => {
      for (let at = 0; at < STROKES; at += 1) {
        const order = keys[Math.floor(at / FRAMES)];
        const fields = { frame: frameOf('step', at % FRAMES), order, ink: inks[at % inks.length] };
        padRoot(doc, 'strokes').set(`s${at}`, new Y.Map<unknown>(Object.entries(fields)));
      }
    }, local);
    const begunMs = performance.now();
    const model = new PadModel(openPad(doc));
    const openMs = performance.now() - begunMs;
    const others = model.strokes(frameOf('step', 2));
    const againMs = performance.now();
    for (let more = 0; more < 20; more += 1) {
      model.addStroke(frameOf('step', 1), anyInk(dice(more)));
    }
    const eachMs = (performance.now() - againMs) / 20;
    expect(model.strokes(frameOf('step', 1))).toHaveLength(STROKES / FRAMES + 20);
    expect(model.strokes(frameOf('step', 2))).toBe(others);
    // Half of opening the pad is far more than a stroke may cost, and less than reading all again would.
    expect(eachMs).toBeLessThan(Math.max(20, openMs / 2));
    model.destroy();
  });
});
