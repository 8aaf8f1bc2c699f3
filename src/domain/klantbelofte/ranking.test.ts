import { describe, expect, it } from 'vitest';
import { dotsRefusal, drawnOrder, places } from '#domain/klantbelofte/ranking';
import { dice } from '#tests/convergence/support/seeded';

const order = ['bellen', 'uur', 'niets', 'prijs', 'onderdeel'];
const byId = (all: ReturnType<typeof places>) =>
  Object.fromEntries(all.map(({ id, ...rest }) => [id, rest]));

describe('[R160] the order of the customers beside that of the team', () => {
  it('is the sum of their dots, and two places apart is flagged', () => {
    // Niets 5, bellen 4, prijs 3, uur 2, onderdeel 1.
    const dots = [
      ...['niets', 'niets', 'niets', 'niets', 'niets', 'bellen', 'bellen', 'bellen', 'bellen'],
      ...['prijs', 'prijs', 'prijs', 'uur', 'uur', 'onderdeel'],
    ];
    const read = byId(places(order, { shown: order, dots }));
    expect(read.niets).toEqual({ team: 3, customers: 1, dots: 5, higher: 2, isFarApart: true });
    expect(read.uur).toEqual({ team: 2, customers: 4, dots: 2, higher: -2, isFarApart: true });
    expect(read.bellen).toMatchObject({ customers: 2, higher: -1, isFarApart: false });
    expect(read.prijs).toMatchObject({ customers: 3, isFarApart: false });
    expect(read.onderdeel).toMatchObject({ customers: 5, isFarApart: false });
  });

  it('lets ties share the mean place', () => {
    const dots = ['bellen', 'bellen', 'uur', 'niets'];
    const read = places(order, { shown: order, dots }).map(({ customers }) => customers);
    expect(read).toEqual([1, 2.5, 2.5, 4.5, 4.5]);
  });

  it('leaves out what was never put to customers, and compares the others among themselves', () => {
    const shown = ['bellen', 'niets', 'prijs'];
    const read = byId(places(order, { shown, dots: ['bellen', 'bellen', 'niets'] }));
    expect(read.uur).toEqual({ team: 2, customers: null, dots: 0, higher: 0, isFarApart: false });
    expect(read.prijs).toEqual({ team: 4, customers: 3, dots: 0, higher: 0, isFarApart: false });
  });

  it('is none while nobody placed a dot', () => {
    expect(places(order, { shown: order, dots: [] }).every((one) => one.customers === null)).toBe(
      true,
    );
    expect(places([], { shown: [], dots: ['x'] })).toEqual([]);
  });
});

describe('[R161] the dots of one customer', () => {
  it('are three at most, on what was shown', () => {
    expect(dotsRefusal(['bellen', 'bellen', 'uur'], { shown: order })).toBeNull();
    expect(dotsRefusal([], { shown: order })).toBeNull();
    expect(dotsRefusal(['bellen', 'uur', 'niets', 'prijs'], { shown: order })).toBe(
      'too-many-dots',
    );
    expect(dotsRefusal(['anders'], { shown: order })).toBe('unknown-belofte');
  });

  it('are put on concepts in an order drawn for each, in which every concept comes first as often', () => {
    const chance = dice(12);
    const firsts = new Map<string, number>();
    for (let customer = 0; customer < 2_000; customer += 1) {
      const drawn = drawnOrder(order, () => chance.next());
      expect([...drawn].sort()).toEqual([...order].sort());
      firsts.set(drawn[0] ?? '', (firsts.get(drawn[0] ?? '') ?? 0) + 1);
    }
    for (const times of firsts.values()) expect(times).toBeGreaterThan(330);
    expect(firsts.size).toBe(order.length);
  });
});
