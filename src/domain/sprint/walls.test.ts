import { describe, expect, it } from 'vitest';
import { boardPlanFor, phaseOnOpening, type BoardUser } from '#domain/sprint/walls';

const step = (id: string, exercise: string, more: Partial<BoardUser> = {}): BoardUser => ({
  id,
  exercise,
  phase: null,
  boardId: null,
  ...more,
});
const boards = [{ id: 'b1', wall: 'hmw', kind: 'wall' }];
const revealed = step('first', 'hmw', { boardId: 'b1', phase: 'reveal' });

describe('[R4] [R5] the board of a step that opens', () => {
  it('is made for the first step of a wall', () => {
    const plan = boardPlanFor(step('s', 'experts'), { steps: [], boards: [] });
    expect(plan).toEqual({ kind: 'new', wall: 'hmw' });
  });

  it('is shared by the steps of one wall', () => {
    const plan = boardPlanFor(step('s', 'hmw-ordenen'), { steps: [revealed], boards });
    expect(plan).toEqual({ kind: 'existing', boardId: 'b1' });
  });

  it('stays the same for a second expert while nothing was revealed', () => {
    const first = step('first', 'experts', { boardId: 'b1', phase: 'writing' });
    const plan = boardPlanFor(step('s', 'experts'), { steps: [first], boards });
    expect(plan).toEqual({ kind: 'existing', boardId: 'b1' });
  });

  it('is new when hidden writing begins again after a reveal, and later steps follow to it', () => {
    const again = step('again', 'hmw');
    expect(boardPlanFor(again, { steps: [revealed], boards })).toEqual({
      kind: 'new',
      wall: 'hmw',
    });
    const both = [...boards, { id: 'b2', wall: 'hmw', kind: 'wall' }];
    expect(boardPlanFor(step('s', 'hmw-stemmen'), { steps: [revealed], boards: both })).toEqual({
      kind: 'existing',
      boardId: 'b2',
    });
  });

  it('[R84] is one map for drawing, target and assignment, and a new one beside a wall of earlier days', () => {
    const drawn = [{ id: 'm', wall: 'kaart', kind: 'map' }];
    for (const exercise of ['kaart', 'doelwit', 'verdelen']) {
      const plan = boardPlanFor(step('s', exercise), { steps: [], boards: drawn });
      expect(plan).toEqual({ kind: 'existing', boardId: 'm' });
    }
    const plain = [{ id: 'old', wall: 'kaart', kind: 'wall' }];
    expect(boardPlanFor(step('s', 'doelwit'), { steps: [], boards: plain })).toEqual({
      kind: 'new',
      wall: 'kaart',
    });
    const begun = step('s', 'kaart', { boardId: 'old' });
    expect(boardPlanFor(begun, { steps: [], boards: plain })).toEqual({
      kind: 'existing',
      boardId: 'old',
    });
  });

  it('is new for each loose note-and-vote, and there is none for a break', () => {
    expect(boardPlanFor(step('s', 'note-en-stem'), { steps: [], boards })).toEqual({
      kind: 'new',
      wall: 'note-en-stem/s',
    });
    expect(boardPlanFor(step('s', 'lunch'), { steps: [], boards })).toEqual({ kind: 'none' });
  });

  it('[R123] is the same wall for lightning demos after the pause, and the step opens where they had come', () => {
    const demos = [{ id: 'd', wall: 'lightning-demos', kind: 'cards' }];
    const shown = step('first', 'lightning-demos', { boardId: 'd', phase: 'reveal' });
    const next = step('s', 'lightning-demos');
    const plan = boardPlanFor(next, { steps: [shown, next], boards: demos });
    expect(plan).toEqual({ kind: 'existing', boardId: 'd' });
    expect(phaseOnOpening(next, { plan, steps: [shown, next] })).toBe('reveal');
    const listing = { ...shown, phase: 'writing' };
    expect(phaseOnOpening(next, { plan, steps: [listing, next] })).toBe('writing');
    expect(phaseOnOpening(next, { plan: { kind: 'new', wall: 'x' }, steps: [shown] })).toBe(
      'writing',
    );
    const hmw = step('h', 'hmw');
    const again = { plan: { kind: 'existing', boardId: 'b1' }, steps: [revealed, hmw] } as const;
    expect(phaseOnOpening(hmw, again)).toBe('writing');
  });
});
