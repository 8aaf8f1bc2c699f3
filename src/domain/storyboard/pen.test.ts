import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/sprint/roles';
import { asked, askedNoMore, livingPen, mayPass, passed, type Pen } from './pen';

const person = (id: string, role: Role = 'deelnemer') => ({
  ...{ id, role, decider: false, standIn: false, participates: false, hasAccount: false },
});
const henk = person('henk');
const sanne = person('sanne');
const fien = person('fien', 'facilitator');
const wim = person('wim', 'waarnemer');
const lying: Pen = { holder: null, askedBy: [] };

describe('the pen', () => {
  it('[R130] is taken by who asks for it while it lies there; after that it is asked of its holder, in turn', () => {
    const one = asked(lying, 'henk');
    expect(one).toEqual({ holder: 'henk', askedBy: [] });
    const two = asked(asked(asked(one, 'sanne'), 'bram'), 'sanne');
    expect(two).toEqual({ holder: 'henk', askedBy: ['sanne', 'bram'] });
    expect(asked(two, 'henk')).toBe(two);
    expect(askedNoMore(two, 'sanne').askedBy).toEqual(['bram']);
    expect(passed(two, 'bram')).toEqual({ holder: 'bram', askedBy: ['sanne'] });
  });

  it('[R131] is given away by its holder or by a facilitator, to who may draw, and by nobody else', () => {
    const pen = { holder: 'henk', askedBy: ['sanne'] };
    expect(mayPass(pen, { me: henk, to: sanne }).allowed).toBe(true);
    expect(mayPass(pen, { me: fien, to: fien }).allowed).toBe(true);
    expect(mayPass(pen, { me: fien, to: null }).allowed).toBe(true);
    expect(mayPass(pen, { me: sanne, to: sanne })).toMatchObject({
      refusal: { code: 'not-the-artist' },
    });
    expect(mayPass(lying, { me: sanne, to: sanne }).allowed).toBe(false);
    expect(mayPass(pen, { me: henk, to: wim })).toMatchObject({
      refusal: { code: 'not-your-role' },
    });
  });

  it('[R132] lies there once its holder is gone or may no longer draw, and waits for a person', () => {
    const pen = { holder: 'henk', askedBy: ['wim', 'sanne', 'weg'] };
    expect(livingPen(pen, [sanne, fien, wim])).toEqual({ holder: null, askedBy: ['sanne'] });
    expect(livingPen(pen, [{ ...henk, role: 'waarnemer' }, sanne])).toEqual({
      ...{ holder: null, askedBy: ['sanne'] },
    });
  });
});
