import { describe, expect, it } from 'vitest';
import { boardPlanFor, type BoardUser } from '#domain/sprint/walls';

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
});
