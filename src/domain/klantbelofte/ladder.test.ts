import { describe, expect, it } from 'vitest';
import { contradicts, supportOf, type Finding } from '#domain/klantbelofte/findings';
import {
  lackCodes,
  lacks,
  lacksOf,
  rungStates,
  waitsFor,
  type Ladder,
} from '#domain/klantbelofte/ladder';
import { afterOpening, belofteSentence } from '#domain/klantbelofte/opening';
import { proposedEnd, proposedReview, reviewState } from '#domain/klantbelofte/review';
import { setCount } from '#domain/klantbelofte/set';
import { sign, signingLack, signingRefusal, type Signed } from '#domain/klantbelofte/signing';
import { borneStrength, isOverclaimed, strengthRungs } from '#domain/klantbelofte/strength';

type Parts = { readonly [Part in keyof Ladder]?: Partial<Ladder[Part]> };

function ladder({ behoefte, belofte, bewijs, beside }: Parts = {}): Ladder {
  return {
    behoefte: {
      ...{ words: '', who: '', moment: '', sources: [], toCustomer: null, toTeam: null },
      ...behoefte,
    },
    belofte: {
      ...{ words: '', theme: '', character: null, norm: null, channel: '' },
      ...{ circumstances: '', exceptions: '', audience: null },
      ...belofte,
    },
    bewijs: {
      ...{ proof: [], findings: [], strength: 'opinion', measuredHow: '' },
      ...{ measuredOften: '', lastValue: '' },
      ...bewijs,
    },
    beside: { owner: '', employee: '', recovery: '', reviewOn: '', ...beside },
  };
}

const need = { words: 'Ik durf de hond niet uit te laten' };
const promise = { words: 'wij je bellen' };
const inPlace = { words: 'Route-app', inPlace: true, owner: '', due: '' };
const errand = { words: 'Belscript', inPlace: false, owner: '', due: '' };
const sees = (customer: string, supports = true): Finding => ({ customer, supports });
const whole = ladder({ behoefte: need, belofte: promise, bewijs: { proof: [inPlace] } });

describe('the rungs of a ladder', () => {
  it('[R150] light up from below, one after the other', () => {
    expect(rungStates(ladder())).toEqual({ behoefte: 'open', belofte: 'waits', bewijs: 'waits' });
    expect(rungStates(ladder({ behoefte: need }))).toEqual({
      ...{ behoefte: 'lit', belofte: 'open', bewijs: 'waits' },
    });
    expect(rungStates(ladder({ behoefte: need, belofte: promise }))).toEqual({
      ...{ behoefte: 'lit', belofte: 'lit', bewijs: 'open' },
    });
    expect(rungStates(whole)).toEqual({ behoefte: 'lit', belofte: 'lit', bewijs: 'lit' });
  });

  it('[R150] say which rung they wait for', () => {
    expect(waitsFor(ladder(), 'behoefte')).toBeNull();
    expect(waitsFor(ladder(), 'bewijs')).toBe('behoefte');
    expect(waitsFor(ladder({ behoefte: need }), 'bewijs')).toBe('belofte');
    expect(waitsFor(whole, 'bewijs')).toBeNull();
  });

  it('[R150] are no proof while they are only planned, and are by a customer who showed it', () => {
    const planned = ladder({ behoefte: need, belofte: promise, bewijs: { proof: [errand] } });
    expect(rungStates(planned).bewijs).toBe('open');
    const seen = ladder({ behoefte: need, belofte: promise, bewijs: { findings: [sees('K1')] } });
    expect(rungStates(seen).bewijs).toBe('lit');
  });

  it('[R151] hang when a lower one goes, and stand again when it is mended', () => {
    const without = { ...whole, behoefte: { ...whole.behoefte, words: ' \n' } };
    expect(rungStates(without)).toEqual({ behoefte: 'open', belofte: 'hangs', bewijs: 'hangs' });
    const middle = { ...whole, belofte: { ...whole.belofte, words: '' } };
    expect(rungStates(middle)).toEqual({ behoefte: 'lit', belofte: 'open', bewijs: 'hangs' });
    expect(rungStates({ ...without, behoefte: whole.behoefte }).bewijs).toBe('lit');
  });

  it('[R152] name what they lack, each in its own part and none twice', () => {
    const all = Object.values(lackCodes).flat();
    expect(new Set(all).size).toBe(all.length);
    const empty = lacks(ladder());
    expect(empty).toEqual(all.filter((lack) => lack !== 'errand-owner' && lack !== 'errand-date'));
    expect(lacksOf(ladder({ bewijs: { proof: [errand] } }), 'bewijs')).toEqual([
      ...['errand-owner', 'errand-date', 'measure'],
    ]);
    const full = ladder({
      behoefte: { ...need, who: 'Anna', moment: 'Wachten', sources: [1], toCustomer: 5, toTeam: 4 },
      belofte: {
        ...{ ...promise, theme: 'aandacht', character: 'brand-worthy', channel: 'telefoon' },
        ...{ exceptions: 'staking', audience: 'public' },
        norm: { bound: 'ahead', threshold: 30, unit: 'minute', share: 95 },
      },
      bewijs: {
        proof: [inPlace, { ...errand, owner: 'Chantal', due: '2026-12-12' }],
        ...{ measuredHow: 'belregister', measuredOften: 'elke maand' },
      },
      beside: { owner: 'Tom', employee: 'belt', recovery: 'bloemen', reviewOn: '2027-05-29' },
    });
    expect(lacks(full)).toEqual([]);
  });
});

describe('findings and strength', () => {
  it('[R156] count customers, not notes, and who showed both counts against', () => {
    const seen = [sees('K1'), sees('K1'), sees('K2'), sees('K2', false), sees('K3', false)];
    expect(supportOf(seen)).toEqual({ for: ['K1'], against: ['K2', 'K3'] });
  });

  it('[R156] contradict a promise when as many customers are against it as for it', () => {
    expect(contradicts([])).toBe(false);
    expect(contradicts([sees('K1', false)])).toBe(true);
    expect(contradicts([sees('K1', false), sees('K2'), sees('K3')])).toBe(false);
    expect(contradicts([sees('K1', false), sees('K2')])).toBe(true);
    const broken = ladder({
      ...{ behoefte: need, belofte: promise },
      bewijs: { proof: [inPlace], findings: [sees('K2', false)] },
    });
    expect(rungStates(broken).bewijs).toBe('broken');
  });

  it('[R155] are no stronger than what bears them', () => {
    const findings = [sees('K1')];
    expect(borneStrength('running-data', { findings: [], lastValue: '' })).toBe('opinion');
    expect(borneStrength('running-data', { findings, lastValue: '' })).toBe('seen-in-test');
    expect(borneStrength('pilot-data', { findings, lastValue: '87 %' })).toBe('pilot-data');
    expect(borneStrength('opinion', { findings, lastValue: '87 %' })).toBe('opinion');
    const against = [sees('K1', false)];
    expect(isOverclaimed('seen-in-test', { findings: against, lastValue: '' })).toBe(true);
    expect(isOverclaimed('seen-in-test', { findings, lastValue: '' })).toBe(false);
    expect(strengthRungs('running-data')).toBe(4);
  });
});

describe('a set', () => {
  it.each([
    [0, 'none'],
    [2, 'few'],
    [3, 'fine'],
    [7, 'fine'],
    [8, 'many'],
    [12, 'many'],
    [13, 'too-many'],
  ])('[R157] of %i is %s', (beloften, count) => {
    expect(setCount(beloften)).toBe(count);
  });

  it('[R158] is signed where it is sound, and with a reason where proof is lacking or against it', () => {
    expect(signingRefusal(whole, { of: 5, reason: '' })).toBeNull();
    const unproven = ladder({ behoefte: need, belofte: promise });
    expect(signingLack(unproven)).toBe('no-proof');
    expect(signingRefusal(unproven, { of: 5, reason: ' ' })).toBe('no-proof');
    expect(signingRefusal(unproven, { of: 5, reason: 'Pilot in maart' })).toBeNull();
    const against = { ...whole, bewijs: { ...whole.bewijs, findings: [sees('K2', false)] } };
    expect(signingRefusal(against, { of: 5, reason: '' })).toBe('contradicted');
    expect(signingRefusal(against, { of: 5, reason: 'Prijs wordt anders' })).toBeNull();
  });

  it('[R158] is never signed without behoefte or belofte, above twelve, or with a reason too long', () => {
    expect(signingRefusal(ladder(), { of: 3, reason: 'toch' })).toBe('no-behoefte');
    expect(signingRefusal(ladder({ behoefte: need }), { of: 3, reason: 'toch' })).toBe(
      'no-belofte',
    );
    const hanging = { ...whole, behoefte: { ...whole.behoefte, words: '' } };
    expect(signingRefusal(hanging, { of: 3, reason: 'toch' })).toBe('no-behoefte');
    expect(signingRefusal(whole, { of: 12, reason: '' })).toBeNull();
    expect(signingRefusal(whole, { of: 13, reason: 'toch' })).toBe('set-too-large');
    expect(signingRefusal(whole, { of: 3, reason: 'x'.repeat(2_001) })).toBe('reason-too-long');
  });

  it('[R158] changes by a new version with a reason, and of two who sign at once one is refused', () => {
    const act = { frozen: 'a', signedBy: 'Ilse', signedAt: 1, reason: '' };
    const first = sign<string>([], { ...act, seen: 0 });
    expect(first).toEqual({ ...act, version: 1 });
    const versions = [first as Signed<string>];
    expect(sign(versions, { ...act, seen: 0 })).toBe('changed-meanwhile');
    expect(sign(versions, { ...act, seen: 1 })).toBe('reason-needed');
    const again = sign(versions, { ...act, frozen: 'b', seen: 1, reason: 'Klanten 4 en 5' });
    expect(again).toMatchObject({ version: 2, frozen: 'b' });
    expect(sign(versions, { ...act, seen: 1, reason: 'x'.repeat(2_001) })).toBe('reason-too-long');
  });
});

describe('a review', () => {
  it.each([
    ['2026-11-29', '2027-05-29'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-06-30', '2026-12-30'],
  ])('[R159] is proposed half a year after %s', (signed, review) => {
    expect(proposedReview(signed)).toBe(review);
  });

  it('[R159] is ahead, today or late, and none for a day that does not exist', () => {
    expect(reviewState('2027-05-29', '2026-11-29')).toBe('ahead');
    expect(reviewState('2026-11-29', '2026-11-29')).toBe('today');
    expect(reviewState('2026-11-28', '2026-11-29')).toBe('late');
    for (const no of ['', 'mei', '2026-13-01', '2026-02-29', '2026-04-31', '2026-00-10']) {
      expect(reviewState(no, '2026-11-29')).toBe('none');
    }
  });

  it('[R159] ends by its three questions, once all are answered', () => {
    const yes = { 'still-relevant': true, 'fits-the-need': true, 'fits-the-times': true };
    expect(proposedEnd({ ...yes, 'fits-the-times': null })).toBeNull();
    expect(proposedEnd(yes)).toBe('keep');
    expect(proposedEnd({ ...yes, 'fits-the-need': false })).toBe('change');
    expect(proposedEnd({ ...yes, 'still-relevant': false })).toBe('let-go');
  });
});

it('[R169] a belofte is shown once with its opening, however it was typed', () => {
  for (const typed of [
    ...[
      'wij je bellen',
      'Je kunt erop rekenen dat wij je bellen',
      'u kunt er op rekenen, dat wij je bellen',
    ],
    'We beloven dat wij je bellen',
  ]) {
    expect(belofteSentence(typed, 'nl')).toBe('Je kunt erop rekenen dat wij je bellen');
  }
  expect(belofteSentence('You can count on it that we call you', 'en')).toBe(
    'You can count on this: we call you',
  );
  expect(belofteSentence(' \n', 'nl')).toBe('');
  expect(afterOpening('je kunt erop rekenen datums te krijgen')).toBe(
    'je kunt erop rekenen datums te krijgen',
  );
});
