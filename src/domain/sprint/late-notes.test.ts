import { describe, expect, it } from 'vitest';
import { isGuessable, mayAdmitLate, mayLayLateNotes } from '#domain/sprint/late-notes';
import { phases, type Phase } from '#domain/sprint/phases';

const lay = (phase: Phase, admitsLate = true, lateNotes = 2) => {
  const ruling = mayLayLateNotes({ step: { status: 'open', phase, admitsLate }, lateNotes });
  return ruling.allowed ? 'allowed' : ruling.refusal.code;
};

describe('[R37] notes that came after the reveal', () => {
  it('[R37] are laid on the wall while it is being worked on, and not while it is hidden or frozen', () => {
    expect(phases.filter((phase) => lay(phase) === 'allowed')).toEqual([
      'open',
      'reveal',
      'grouping',
    ]);
    expect(lay('voting')).toBe('wrong-phase');
  });

  it("[R73] are anybody's guess as soon as nobody else handed any in", () => {
    const of = (memberId: string, ...noteIds: string[]) => ({ memberId, noteIds });
    expect(isGuessable('anna', [])).toBe(true);
    expect(isGuessable('anna', [of('anna', 'n1', 'n2'), of('bram')])).toBe(true);
    expect(isGuessable('anna', [of('bram', 'n3')])).toBe(false);
  });

  it('[R37] wait until the facilitator admits them', () => {
    expect(lay('grouping', false)).toBe('not-admitted-late');
    expect(lay('grouping', true, 0)).toBe('no-late-notes');
    expect(mayAdmitLate({ status: 'open', phase: 'grouping' }).allowed).toBe(true);
    expect(mayAdmitLate({ status: 'done', phase: 'grouping' }).allowed).toBe(false);
    expect(mayAdmitLate({ status: 'open', phase: 'writing' }).allowed).toBe(false);
  });
});
