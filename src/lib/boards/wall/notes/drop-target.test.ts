import { describe, expect, it } from 'vitest';
import { beforeInGroup, dropTarget, sameTarget, type Landing } from './drop-target';

const note = (id: string, x: number, group: string | null = null) => ({
  id,
  box: { x, y: 0, w: 100, h: 100 },
  group,
});
const landing: Landing = {
  notes: [note('a', 0), note('b', 200), note('in', 500, 'g')],
  groups: [{ id: 'g', box: { x: 480, y: -40, w: 400, h: 300 } }],
};
const at = (x: number, y: number, rest: { stacking?: boolean; dragged?: string[] } = {}) => ({
  point: { x, y },
  dragged: new Set(rest.dragged ?? ['a']),
  stacking: rest.stacking ?? false,
});

describe('drop target', () => {
  it('lies loose on the empty wall', () => {
    expect(dropTarget(landing, at(150, 400))).toEqual({ kind: 'loose' });
  });

  it('makes a group with the loose note it is dropped on', () => {
    expect(dropTarget(landing, at(250, 50))).toEqual({ kind: 'pair', noteId: 'b' });
  });

  it('goes on a stack with Shift', () => {
    expect(dropTarget(landing, at(250, 50, { stacking: true }))).toEqual({
      kind: 'stack',
      noteId: 'b',
    });
  });

  it('may lie close against another note', () => {
    expect(dropTarget(landing, at(205, 50))).toEqual({ kind: 'loose' });
  });

  it('goes into a group, on its box and on its notes alike', () => {
    expect(dropTarget(landing, at(800, 200))).toEqual({ kind: 'group', groupId: 'g' });
    expect(dropTarget(landing, at(550, 50))).toEqual({ kind: 'group', groupId: 'g' });
  });

  it('does not land on itself or on what is dragged along', () => {
    expect(dropTarget(landing, at(50, 50))).toEqual({ kind: 'loose' });
    expect(dropTarget(landing, at(250, 50, { dragged: ['a', 'b'] }))).toEqual({ kind: 'loose' });
  });

  it('goes into a group where it is dropped, and last below the last row', () => {
    const peers = [
      note('p', 0),
      note('q', 120),
      { ...note('r', 0), box: { x: 0, y: 120, w: 100, h: 100 } },
    ];
    expect(beforeInGroup(peers, { x: 10, y: 50 })).toBe('p');
    expect(beforeInGroup(peers, { x: 110, y: 50 })).toBe('q');
    expect(beforeInGroup(peers, { x: 400, y: 50 })).toBe('r');
    expect(beforeInGroup(peers, { x: 90, y: 180 })).toBeNull();
  });

  it('tells one target from another, so that the hint changes only when it must', () => {
    expect(sameTarget({ kind: 'pair', noteId: 'b' }, { kind: 'pair', noteId: 'b' })).toBe(true);
    expect(sameTarget({ kind: 'pair', noteId: 'b' }, { kind: 'stack', noteId: 'b' })).toBe(false);
    expect(sameTarget({ kind: 'loose' }, { kind: 'group', groupId: 'g' })).toBe(false);
  });
});
