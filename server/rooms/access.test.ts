import { describe, expect, test } from 'vitest';
import { phases, type Phase, type StepStatus } from '#domain/sprint/phases';
import { roles } from '#domain/sprint/roles';
import { accessTo } from '#server/rooms/access';
import type { Authority, Member } from '#server/stage/authority';
import { bareAuthority } from '#tests/support/bare-authority';

type Facts = Partial<Pick<Member, 'role' | 'participates' | 'decider'>>;
const member = (id: string, facts: Facts = {}): Member =>
  ({
    id,
    name: id,
    nameNumber: 1,
    role: 'deelnemer',
    participates: false,
    decider: false,
    standIn: false,
    ...facts,
  }) as Member;

const board = { boardId: 'board', memberId: null };
/** The step of the board, beside one that has no board. */
const at = (phase: Phase | null, status: StepStatus = 'open'): Authority =>
  ({
    ...bareAuthority,
    boards: [{ id: 'board', locked: false }],
    steps: [
      { status: 'done', phase: 'open', boardId: null },
      { status: 'done', phase: 'reveal', boardId: 'board' },
      { status, phase, boardId: 'board', exercise: 'note-en-stem', choices: {} },
    ],
  }) as unknown as Authority;

describe('[S4] access to a board', () => {
  const expected: Record<Phase, string> = {
    open: 'facilitator deelnemer expert',
    writing: 'facilitator',
    reveal: 'facilitator deelnemer expert',
    grouping: 'facilitator deelnemer expert',
    voting: '',
    result: 'facilitator',
    decision: 'facilitator',
  };
  test.each(phases)('[S4] in phase %s it is written by who should', (phase) => {
    const writers = roles.filter(
      (role) => accessTo(board, member('m', { role }), at(phase)).kind === 'write',
    );
    expect(writers.join(' ')).toBe(expected[phase]);
  });

  test('[S4] a board whose step is not open is read by all but experts and written by a facilitator', () => {
    for (const status of ['planned', 'done', 'skipped'] as const) {
      const kinds = roles.map(
        (role) => accessTo(board, member('m', { role }), at('grouping', status)).kind,
      );
      expect(kinds).toEqual(['write', 'read', 'refuse', 'read']);
    }
  });

  test('[S4] cursors are hidden in silent phases of the open step only', () => {
    const hidden = phases.filter((phase) => {
      const access = accessTo(board, member('m'), at(phase));
      return access.kind !== 'refuse' && access.cursorsHidden;
    });
    expect(hidden).toEqual(['writing', 'voting']);
    expect(accessTo(board, member('m'), at('voting', 'done'))).toMatchObject({
      cursorsHidden: false,
    });
  });

  test('[S4] who is no member is refused', () => {
    expect(accessTo(board, undefined, at('open'))).toEqual({ kind: 'refuse', closeCode: 4403 });
  });
});

test('[S132] in a museum nobody sees where another is, in any phase', () => {
  for (const phase of phases) {
    const authority = at(phase);
    Object.assign(authority.boards[0] ?? {}, { kind: 'gallery' });
    expect(accessTo(board, member('m'), authority)).toMatchObject({ cursorsHidden: true });
  }
});

test('[S4] a private room is its owner’s alone, in every phase, whoever asks', () => {
  const room = { boardId: null, memberId: 'mine' };
  for (const phase of phases) {
    expect(accessTo(room, member('mine'), at(phase)).kind).toBe('write');
    for (const role of roles) {
      const other = member('other', { role, participates: true, decider: true });
      expect(accessTo(room, other, at(phase))).toEqual({ kind: 'refuse', closeCode: 4403 });
    }
  }
});

describe('[S46] whom the locks of a wall bind', () => {
  const writerOf = (facts: Facts, choices: object = {}) => {
    const authority = at('grouping');
    Object.assign(authority.steps[2] ?? {}, { choices });
    const access = accessTo(board, member('m', facts), authority);
    return access.kind === 'write' ? access.writer : 'reads';
  };

  test('[S46] everybody who writes but who facilitates', () => {
    expect(writerOf({ role: 'facilitator', participates: true })).toBeUndefined();
    expect(writerOf({})).toMatchObject({ memberId: 'm', name: 'm' });
    expect(writerOf({ role: 'expert' })).toMatchObject({ authorEdits: false });
    expect(writerOf({ role: 'waarnemer' })).toBe('reads');
  });

  test('[S44] authors alone edit where that was chosen and authors are shown', () => {
    expect(writerOf({}, { authorEdits: true })).toMatchObject({
      ...{ authorsShown: false, authorEdits: false },
    });
    expect(writerOf({}, { authorShown: true })).toMatchObject({
      ...{ authorsShown: true, authorEdits: false },
    });
    expect(writerOf({}, { authorShown: true, authorEdits: true })).toMatchObject({
      ...{ authorsShown: true, authorEdits: true },
    });
  });
});

test('[S47] a locked board is written by who facilitates and read by everybody else', () => {
  const authority = at('grouping');
  Object.assign(authority.boards[0] ?? {}, { locked: true });
  const kinds = roles.map((role) => accessTo(board, member('m', { role }), authority).kind);
  expect(kinds).toEqual(['write', 'read', 'read', 'read']);
  const pile = { boardId: null, memberId: 'm' };
  expect(accessTo(pile, member('m'), authority)).toEqual({ kind: 'write', cursorsHidden: false });
});
