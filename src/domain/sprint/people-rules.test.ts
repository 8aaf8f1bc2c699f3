import { describe, expect, it } from 'vitest';
import type { Ruling } from '#domain/refusal';
import {
  mayEndMandate,
  mayGiveSeatBack,
  mayGiveMandate,
  mayHandOver,
  mayLeave,
  mayRemoveMember,
  maySetDecider,
  maySetRole,
  type RuledMember,
} from '#domain/sprint/people-rules';

const said = (ruling: Ruling) => (ruling.allowed ? 'allowed' : ruling.refusal.code);
const member = (id: string, more: Partial<RuledMember> = {}): RuledMember => ({
  id,
  role: 'deelnemer',
  decider: false,
  standIn: false,
  participates: false,
  hasAccount: false,
  ...more,
});
const fenna = member('fenna', { role: 'facilitator', hasAccount: true });
const guus = member('guus', { role: 'facilitator', hasAccount: true });
const bram = member('bram', { decider: true });
const daan = member('daan');
const withAccount = member('iris', { hasAccount: true });
const watcher = member('wout', { role: 'waarnemer' });
const alone = [fenna, bram, daan, withAccount, watcher];

describe('[R33] facilitators', () => {
  it('[R33] the last one neither leaves, nor is removed, nor becomes something else', () => {
    expect(said(mayLeave({ me: fenna, members: alone }))).toBe('last-facilitator');
    expect(said(mayRemoveMember(fenna, { me: guus, members: alone }))).toBe('last-facilitator');
    expect(said(maySetRole(fenna, { role: 'deelnemer', members: alone }))).toBe('last-facilitator');
    const two = [...alone, guus];
    expect(said(mayLeave({ me: fenna, members: two }))).toBe('allowed');
    expect(said(mayRemoveMember(fenna, { me: guus, members: two }))).toBe('allowed');
    expect(said(maySetRole(fenna, { role: 'deelnemer', members: two }))).toBe('allowed');
  });

  it('[R33] everybody else leaves and is removed freely, but nobody removes oneself', () => {
    expect(said(mayLeave({ me: daan, members: alone }))).toBe('allowed');
    expect(said(mayRemoveMember(bram, { me: fenna, members: alone }))).toBe('allowed');
    expect(said(mayRemoveMember(fenna, { me: fenna, members: alone }))).toBe('not-yourself');
    expect(said(mayRemoveMember(undefined, { me: fenna, members: alone }))).toBe('no-such-member');
  });

  it('[R33] only who has an account becomes one, by role or by handing over', () => {
    expect(said(maySetRole(daan, { role: 'facilitator', members: alone }))).toBe('needs-account');
    expect(said(maySetRole(withAccount, { role: 'facilitator', members: alone }))).toBe('allowed');
    expect(said(mayHandOver(daan, { me: fenna }))).toBe('needs-account');
    expect(said(mayHandOver(withAccount, { me: fenna }))).toBe('allowed');
    expect(said(mayHandOver(fenna, { me: fenna }))).toBe('not-yourself');
  });
});

it('[R38] a seat is given back to a guest only, and not to oneself', () => {
  expect(said(mayGiveSeatBack(daan, { me: fenna }))).toBe('allowed');
  expect(said(mayGiveSeatBack(withAccount, { me: fenna }))).toBe('signs-in-instead');
  expect(said(mayGiveSeatBack(fenna, { me: fenna }))).toBe('not-yourself');
  expect(said(mayGiveSeatBack(undefined, { me: fenna }))).toBe('no-such-member');
});

describe('[R34] the Decider and the mandate', () => {
  const give = (target: RuledMember | undefined, me: RuledMember, reason = 'ziek', all = alone) =>
    said(mayGiveMandate(target, { me, members: all, reason }));

  it('[R34] the Decider or a facilitator names a stand-in, with a reason', () => {
    expect(give(daan, bram)).toBe('allowed');
    expect(give(daan, fenna)).toBe('allowed');
    expect(give(daan, bram, '  ')).toBe('field-empty');
    expect(give(daan, bram, 'x'.repeat(2_001))).toBe('field-too-long');
  });

  it('[R34] a stand-in does not pass the mandate on', () => {
    const standIn = member('sanne', { standIn: true });
    expect(give(daan, standIn, 'ook ziek', [...alone, standIn])).toBe('not-the-decider');
  });

  it('[R34] there is no mandate without a Decider, for the Decider, or for an observer', () => {
    expect(give(daan, fenna, 'ziek', [fenna, daan])).toBe('no-decider');
    expect(give(bram, bram)).toBe('not-yourself');
    expect(give(bram, fenna)).toBe('field-invalid');
    expect(give(watcher, bram)).toBe('field-invalid');
    expect(give(undefined, bram)).toBe('no-such-member');
  });

  it('[R34] the Decider or a facilitator ends it, and the stand-in may give it back', () => {
    const standIn = member('sanne', { standIn: true });
    const members = [...alone, standIn];
    for (const me of [bram, fenna, standIn])
      expect(said(mayEndMandate({ me, members }))).toBe('allowed');
    expect(said(mayEndMandate({ me: daan, members }))).toBe('not-the-decider');
    expect(said(mayEndMandate({ me: bram, members: alone }))).toBe('no-mandate');
  });

  it('[R34] an observer is not made Decider', () => {
    expect(said(maySetDecider(daan))).toBe('allowed');
    expect(said(maySetDecider(null))).toBe('allowed');
    expect(said(maySetDecider(watcher))).toBe('field-invalid');
    expect(said(maySetDecider(undefined))).toBe('no-such-member');
  });
});
