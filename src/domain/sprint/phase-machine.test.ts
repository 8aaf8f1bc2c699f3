import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exerciseIds, exerciseOf, exercises } from '#domain/exercises/registry';
import {
  effectOf,
  firstPhase,
  mayAdvance,
  mayTakeEffect,
  nextPhase,
  phaseBefore,
  type Advance,
} from '#domain/sprint/phase-machine';
import { boardIsWritable, cursorsAreHidden, isHidden, phases } from '#domain/sprint/phases';

const doel = exerciseOf('doel');
const advance = (from: Advance['from'], to: Advance['to'], more: Partial<Advance> = {}) => {
  const ruling = mayAdvance({
    exercise: doel,
    step: { status: 'open', phase: from },
    from,
    to,
    hasOpenRound: from === 'voting',
    candidates: 3,
    decided: false,
    ...more,
  });
  return ruling.allowed ? 'allowed' : ruling.refusal.code;
};

describe('[R6] phases go forward one at a time', () => {
  it('[R6] walks the goal from hidden writing to the decision', () => {
    const walked = [firstPhase(doel)];
    for (let phase = nextPhase(doel, firstPhase(doel)); phase; phase = nextPhase(doel, phase)) {
      expect(advance(walked.at(-1) ?? 'open', phase)).toBe('allowed');
      walked.push(phase);
    }
    expect(walked).toEqual(doel.phases);
  });

  it('[R6] refuses a phase that is jumped over, repeated or not of the exercise', () => {
    expect(advance('writing', 'voting')).toBe('wrong-phase');
    expect(advance('reveal', 'reveal')).toBe('wrong-phase');
    expect(advance('reveal', 'grouping')).toBe('wrong-phase');
    expect(advance('decision', 'open')).toBe('wrong-phase');
  });

  it('[R6] refuses the second of two clicks, and a step that is not open', () => {
    const step = { status: 'open', phase: 'reveal' } as const;
    expect(advance('writing', 'reveal', { step })).toBe('phase-moved-on');
    const done = { status: 'done', phase: 'decision' } as const;
    expect(advance('decision', 'result', { step: done })).toBe('step-not-open');
  });

  it('[R6] [R7] [R8] allows exactly the next phase and the two ways back', () => {
    const anyId = fc.constantFrom(...exerciseIds);
    const anyPhase = fc.constantFrom(...phases);
    fc.assert(
      fc.property(anyId, anyPhase, anyPhase, (id, from, to) => {
        const exercise = exerciseOf(id);
        const ok = advance(from, to, { exercise }) === 'allowed';
        const order = exercise.phases;
        const forward = order.includes(from) && order.indexOf(to) === order.indexOf(from) + 1;
        const back =
          order.includes(from) &&
          ((from === 'result' && to === 'voting') || (from === 'decision' && to === 'result'));
        expect(ok).toBe(forward || back);
      }),
      { numRuns: 500 },
    );
  });
});

describe('[R7] hidden writing never returns', () => {
  it('[R7] keeps reveal and grouping from going back', () => {
    expect(advance('reveal', 'writing')).toBe('wrong-phase');
    expect(phaseBefore(doel, 'reveal')).toBeNull();
    const strawpoll = exerciseOf('strawpoll');
    expect(phaseBefore(strawpoll, 'voting')).toBeNull();
    expect(phaseBefore(exerciseOf('hmw-ordenen'), 'grouping')).toBeNull();
  });
});

describe('[R8] the way back', () => {
  it('[R8] leads from a result to a fresh vote, and from a decision to the result', () => {
    expect(advance('result', 'voting')).toBe('allowed');
    expect(effectOf(exercises['note-en-stem'], 'result', 'voting')).toBe('undo-close');
    expect(advance('decision', 'result')).toBe('allowed');
    expect(effectOf(exercises['note-en-stem'], 'decision', 'result')).toBe('none');
  });

  it('[R8] is closed while a decision stands', () => {
    expect(advance('decision', 'result', { decided: true })).toBe('already-decided');
    expect(advance('result', 'voting', { decided: true })).toBe('already-decided');
  });
});

describe('[R9] a vote and its round', () => {
  it('[R9] opens a round over what is on the wall, and closes it when the vote ends', () => {
    expect(effectOf(exercises['note-en-stem'], 'writing', 'reveal')).toBe('reveal');
    expect(effectOf(exercises['note-en-stem'], 'reveal', 'voting')).toBe('open-round');
    expect(effectOf(exercises['note-en-stem'], null, 'voting')).toBe('open-round');
    expect(effectOf(exercises['note-en-stem'], 'voting', 'result')).toBe('close-round');
  });

  it('[R9] refuses a vote about nothing, a second round, and closing what is not open', () => {
    expect(advance('reveal', 'voting', { candidates: 0 })).toBe('no-candidates');
    expect(advance('reveal', 'voting', { hasOpenRound: true })).toBe('round-already-open');
    expect(advance('voting', 'result', { hasOpenRound: false })).toBe('round-not-open');
    const opening = mayTakeEffect(effectOf(exercises['note-en-stem'], null, 'voting'), {
      hasOpenRound: false,
      candidates: 0,
    });
    expect(opening.allowed).toBe(false);
  });
});

describe('[R10] what a phase lets through', () => {
  it('[R10] takes writing on the board in open work, reveal and grouping only', () => {
    expect(phases.filter(boardIsWritable)).toEqual(['open', 'reveal', 'grouping']);
  });

  it('[R10] hides cursors while people write hidden or vote', () => {
    expect(phases.filter(cursorsAreHidden)).toEqual(['writing', 'voting']);
    expect(phases.filter(isHidden)).toEqual(['writing']);
  });
});
