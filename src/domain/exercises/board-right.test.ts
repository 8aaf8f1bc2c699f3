import { describe, expect, it } from 'vitest';
import { boardRight, mayRead, type BoardRight } from '#domain/exercises/board-right';
import { exerciseIds, exerciseOf, type ExerciseId } from '#domain/exercises/registry';
import { phases, type Phase } from '#domain/sprint/phases';
import { roles, type Standing } from '#domain/sprint/roles';

const standing = (given: Partial<Standing>): Standing => ({
  ...{ role: 'deelnemer', decider: false, standIn: false, participates: false },
  ...{ hasAccount: false, ...given },
});

/** Everybody who may sit in a sprint, as the columns of the table below name them. */
const people = {
  facilitator: standing({ role: 'facilitator', hasAccount: true }),
  // 'Ik doe mee' gives dots, and no more of a board than a facilitator has.
  'facilitator who takes part': standing({ role: 'facilitator', participates: true }),
  deelnemer: standing({}),
  beslisser: standing({ decider: true }),
  expert: standing({ role: 'expert' }),
  waarnemer: standing({ role: 'waarnemer' }),
} as const;
type Person = keyof typeof people;
const everybody = Object.keys(people) as Person[];

/** What a board is to each of them in a phase; an expert has it only where the second table lets them in. */
const inPhase = `
| open     | write | write | write | write | write | read |
| writing  | write | write | read  | read  | read  | read |
| reveal   | write | write | write | write | write | read |
| grouping | write | write | write | write | write | read |
| voting   | read  | read  | read  | read  | read  | read |
| result   | write | write | read  | read  | read  | read |
| decision | write | write | read  | read  | read  | read |
| not open | write | write | read  | read  | read  | read |
`;

/** Walls that an expert reads whatever is open. */
const expertsReadAlways = ['doel', 'sprintvragen', 'kaart'];
/** Exercises on whose board an expert works along while they are open: Monday's, and what stands on no day. */
const expertsWorkOn: readonly ExerciseId[] = [
  ...(['opening', 'doel', 'sprintvragen', 'kaart', 'experts', 'hmw', 'hmw-ordenen'] as const),
  ...(['hmw-stemmen', 'doelwit', 'note-en-stem', 'pauze', 'lunch'] as const),
];

const rows = new Map(
  inPhase
    .trim()
    .split('\n')
    .map((line) => {
      const [phase = '', ...rights] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [phase, new Map(everybody.map((who, at) => [who, rights[at] as BoardRight]))];
    }),
);

function expected(who: Person, id: ExerciseId, phase: Phase | 'not open'): BoardRight {
  const right = rows.get(phase)?.get(who);
  if (!right) throw new Error(`no row for ${phase}`);
  if (who !== 'expert') return right;
  const isIn = phase === 'not open' ? false : expertsWorkOn.includes(id);
  return isIn || expertsReadAlways.includes(exerciseOf(id).wall) ? right : 'none';
}

describe('[R92] who reads a board and who writes on it', () => {
  it('[R92] is told for every phase and for all who may sit in a sprint', () => {
    expect([...rows.keys()]).toEqual([...phases, 'not open']);
    expect(new Set(Object.values(people).map(({ role }) => role))).toEqual(new Set(roles));
  });

  it.each(exerciseIds)('[R92] of %s, in each of its phases and afterwards', (id) => {
    const { wall, phases: own } = exerciseOf(id);
    for (const who of everybody) {
      for (const phase of [...own, 'not open'] as const) {
        const open =
          phase === 'not open'
            ? null
            : { exercise: id, phase, beside: false, facilitatorDraws: false };
        const right = boardRight(people[who], { wall, locked: false, open });
        expect(right, `${who}, ${phase}`).toBe(expected(who, id, phase));
      }
    }
  });

  it.each(exerciseIds)('[R92] a lock and a facilitator who draws bind all others, at %s', (id) => {
    const { wall, phases: own } = exerciseOf(id);
    for (const who of everybody) {
      for (const phase of own) {
        const open = { exercise: id, phase, beside: false, facilitatorDraws: false };
        const free = boardRight(people[who], { wall, locked: false, open });
        const locked = boardRight(people[who], { wall, locked: true, open });
        const drawn = boardRight(people[who], {
          ...{ wall, locked: false, open: { ...open, facilitatorDraws: true } },
        });
        const isFree = people[who].role === 'facilitator' || free === 'none';
        expect(locked, `${who}, ${phase}`).toBe(isFree ? free : 'read');
        expect(drawn, `${who}, ${phase}`).toBe(isFree || phase !== 'open' ? free : 'read');
      }
    }
  });

  it('[R92] what lies beside a board is corrected in the open by who writes, whatever is hidden there', () => {
    for (const id of exerciseIds) {
      for (const wall of exerciseOf(id).beside ?? []) {
        for (const phase of exerciseOf(id).phases) {
          const open = { exercise: id, phase, beside: true, facilitatorDraws: false };
          const right = (who: Person) => boardRight(people[who], { wall, locked: false, open });
          expect(right('deelnemer'), `${wall} beside ${id}`).toBe('write');
          expect(right('facilitator')).toBe('write');
          expect(right('waarnemer')).toBe('read');
        }
      }
    }
  });

  it('[R184] who talks with a customer has nothing of the grid until that talk is over', () => {
    const open = { exercise: 'interviews', phase: 'open', beside: false } as const;
    for (const who of everybody) {
      const member = { ...people[who], interviewing: true };
      const grid = {
        wall: 'interviews',
        locked: false,
        open: { ...open, facilitatorDraws: false },
      };
      expect(boardRight(member, grid), who).toBe('none');
      expect(boardRight(member, { ...grid, open: null }), who).toBe('none');
      expect(mayRead(member, { wall: 'storyboard', open: 'interviews' })).toBe(who !== 'expert');
    }
  });

  it('[R92] an expert reads nothing of the choice and of the test', () => {
    for (const wall of ['museum', 'storyboard', 'interviews', 'klantbeloften', 'voorkennis']) {
      expect(mayRead({ role: 'expert' }, { wall, open: null })).toBe(false);
    }
    expect(mayRead({ role: 'expert' }, { wall: 'museum', open: 'heatmap' })).toBe(false);
  });
});
