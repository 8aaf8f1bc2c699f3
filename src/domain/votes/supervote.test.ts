import { describe, expect, it } from 'vitest';
import type { Ruling } from '#domain/refusal';
import type { Standing } from '#domain/sprint/roles';
import { plainBox } from '#domain/votes/exhibit-box';
import { mayCastWithReason } from '#domain/votes/reasons';
import {
  mayChoosePrototypes,
  mayLayDown,
  mayTakeAlong,
  winnersAndLater,
  type ChoosingPrototypes,
  type LayingDown,
} from '#domain/votes/supervote';

const said = (ruling: Ruling) =>
  ruling.allowed
    ? 'allowed'
    : [ruling.refusal.code, ruling.refusal.field].filter(Boolean).join(' ');
const member = (more: Partial<Standing>): Standing => ({
  ...{ role: 'deelnemer', decider: false, standIn: false, participates: false, hasAccount: false },
  ...more,
});

describe('[R103] a dot with its reason', () => {
  const asked = {
    ...{ round: { status: 'open' } as const, candidateIds: ['a', 'b'], candidateId: 'b' },
    ballot: { budget: 1, perCandidate: 1, placed: {} },
    ...{ box: { ...plainBox, parts: 3 }, part: null, reason: 'Geen schrik over de rekening' },
  };

  it('[R103] is put, and put elsewhere, as long as it says why', () => {
    expect(said(mayCastWithReason(asked))).toBe('allowed');
    expect(said(mayCastWithReason({ ...asked, part: 2 }))).toBe('allowed');
    const lies = { ...asked.ballot, placed: { a: 1 } };
    expect(said(mayCastWithReason({ ...asked, ballot: lies }))).toBe('allowed');
  });

  it('[R103] is refused without a reason, on a part that is not there, and when the round is not open', () => {
    expect(said(mayCastWithReason({ ...asked, reason: ' \n' }))).toBe('field-empty reason');
    expect(said(mayCastWithReason({ ...asked, reason: 'x'.repeat(2_001) }))).toBe(
      'field-too-long reason',
    );
    expect(said(mayCastWithReason({ ...asked, part: 3 }))).toBe('field-invalid part');
    expect(said(mayCastWithReason({ ...asked, candidateId: 'x' }))).toBe('no-such-candidate');
    expect(said(mayCastWithReason({ ...asked, ballot: null }))).toBe('not-a-voter');
    expect(said(mayCastWithReason({ ...asked, round: { status: 'closed' } }))).toBe(
      'round-not-open',
    );
  });
});

describe('[R104] the supervote', () => {
  const laying: LayingDown = {
    round: { status: 'open', way: 'binding' },
    ballot: { budget: 3, perCandidate: 3, placed: { a: 1 } },
    reason: 'Wachten kost klanten',
  };

  it('[R104] is laid down by who has its dots, with at least one of them placed and a reason', () => {
    expect(said(mayLayDown(laying))).toBe('allowed');
    expect(said(mayLayDown({ ...laying, ballot: null }))).toBe('not-the-decider');
    const empty = { budget: 3, perCandidate: 3, placed: {} };
    expect(said(mayLayDown({ ...laying, ballot: empty }))).toBe('no-dots-placed');
    expect(said(mayLayDown({ ...laying, reason: '' }))).toBe('field-empty reason');
    expect(said(mayLayDown({ ...laying, reason: 'x'.repeat(2_001) }))).toBe(
      'field-too-long reason',
    );
    expect(said(mayLayDown({ ...laying, round: { status: 'closed', way: 'binding' } }))).toBe(
      'round-not-open',
    );
    expect(said(mayLayDown({ ...laying, round: { status: 'open', way: 'spot' } }))).toBe(
      'round-not-open',
    );
    expect(said(mayLayDown({ ...laying, round: undefined }))).toBe('round-not-open');
  });

  it('[R104] makes a winner of each exhibit with a dot, most dots first; the rest may come later', () => {
    const wall = [0, 1, 2, 1].map((dots, position) => ({ dots, position }));
    const { winners, later } = winnersAndLater(wall);
    expect(winners.map(({ position }) => position)).toEqual([2, 1, 3]);
    expect(later.map(({ position }) => position)).toEqual([0]);
  });
});

describe('[R105] one prototype, or two that compete', () => {
  const choosing: ChoosingPrototypes = {
    ...{ me: member({ decider: true }), step: { exercise: 'rumble', status: 'open' } },
    ...{ decided: false, winners: 2, choice: 'rumble', reason: 'Ze spreken elkaar tegen' },
  };

  it('[R105] is the Decider’s choice or the stand-in’s, once, with a reason', () => {
    expect(said(mayChoosePrototypes(choosing))).toBe('allowed');
    expect(said(mayChoosePrototypes({ ...choosing, me: member({ standIn: true }) }))).toBe(
      'allowed',
    );
    expect(said(mayChoosePrototypes({ ...choosing, me: member({}) }))).toBe('not-the-decider');
    expect(said(mayChoosePrototypes({ ...choosing, decided: true }))).toBe('already-decided');
    expect(said(mayChoosePrototypes({ ...choosing, reason: ' ' }))).toBe('field-empty reason');
    const done = { exercise: 'rumble', status: 'done' };
    expect(said(mayChoosePrototypes({ ...choosing, step: done }))).toBe('step-not-open');
    const other = { exercise: 'storyboard', status: 'open' };
    expect(said(mayChoosePrototypes({ ...choosing, step: other }))).toBe('wrong-phase');
  });

  it('[R105] two compete only where two won', () => {
    expect(said(mayChoosePrototypes({ ...choosing, winners: 1 }))).toBe('one-winner');
    expect(said(mayChoosePrototypes({ ...choosing, winners: 1, choice: 'all-in-one' }))).toBe(
      'allowed',
    );
    expect(said(mayChoosePrototypes({ ...choosing, winners: 0 }))).toBe('allowed');
  });
});

it('[C260] what did not win may be taken along, once there is a choice', () => {
  const later = ['b', 'c'];
  expect(said(mayTakeAlong({ later: null, exhibitId: 'b' }))).toBe('nothing-decided');
  expect(said(mayTakeAlong({ later, exhibitId: 'c' }))).toBe('allowed');
  expect(said(mayTakeAlong({ later, exhibitId: 'a' }))).toBe('no-such-candidate');
});
