import { describe, expect, it } from 'vitest';
import { figuresOf } from '#domain/klantbelofte/figures';
import { isNew } from '#domain/klantbelofte/set';
import { proposedStrength } from '#domain/klantbelofte/strength';

const seen = (customer: string, supports = true) => ({ customer, supports });
const tested = ['K1', 'K2', 'K3', 'K10'];
const lines = (figures: ReturnType<typeof figuresOf>): string[] =>
  figures.map(({ customer, showed }) => `${customer} ${showed}`);

describe('the figures beside a proof', () => {
  it('[R200] are people: who was seen twice is one, and who showed both is against it', () => {
    const findings = [seen('K10'), seen('K1'), seen('K1'), seen('K2'), seen('K2', false)];
    expect(lines(figuresOf(findings, tested))).toEqual([
      ...['K1 for', 'K10 for', 'K2 against', 'K3 nothing'],
    ]);
  });

  it('[R200] are all who were talked with, and whom a finding names all the same', () => {
    expect(lines(figuresOf([], tested))).toEqual(tested.map((one) => `${one} nothing`));
    expect(lines(figuresOf([seen('K7')], []))).toEqual(['K7 for']);
  });
});

describe('what the test says of a proof', () => {
  it('[R201] that it was seen is proposed once somebody showed it, and not against what they showed', () => {
    const of = (...findings: ReturnType<typeof seen>[]) => ({ findings, lastValue: '' });
    expect(proposedStrength('opinion', of())).toBeNull();
    expect(proposedStrength('opinion', of(seen('K1')))).toBe('seen-in-test');
    expect(proposedStrength('opinion', of(seen('K1'), seen('K2', false)))).toBeNull();
    expect(proposedStrength('pilot-data', of(seen('K1')))).toBeNull();
    expect(proposedStrength('opinion', { findings: [], lastValue: '93 %' })).toBeNull();
  });

  it('[R202] a belofte beside the concepts was never put to customers; without concepts none is said of', () => {
    const [concept, later] = [{ concept: true }, { concept: false }];
    expect(isNew(later, [concept, later])).toBe(true);
    expect(isNew(concept, [concept, later])).toBe(false);
    expect(isNew(later, [later])).toBe(false);
  });
});
