import { describe, expect, it } from 'vitest';
import { boardPlanFor, type BoardUser } from '#domain/sprint/walls';

const step = (id: string, exercise: string, more: Partial<BoardUser> = {}): BoardUser => ({
  id,
  exercise,
  phase: null,
  boardId: null,
  ...more,
});
const boards = [{ id: 'b1', wall: 'hmw' }];
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
    const both = [...boards, { id: 'b2', wall: 'hmw' }];
    expect(boardPlanFor(step('s', 'hmw-stemmen'), { steps: [revealed], boards: both })).toEqual({
      kind: 'existing',
      boardId: 'b2',
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
