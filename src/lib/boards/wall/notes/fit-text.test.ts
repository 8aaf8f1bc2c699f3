import { describe, expect, it } from 'vitest';
import { breakLines, countLines, fitText } from './fit-text';

/** Every letter half as wide as the type is high. */
const measure = (piece: string) => piece.length * 0.5;
const paper = { w: 120, h: 100 };

describe('text on a note', () => {
  it('breaks lines between words', () => {
    expect(countLines('een twee drie', 20, 100, measure)).toBe(2);
    expect(countLines('een\ntwee', 20, 100, measure)).toBe(2);
    expect(countLines('', 20, 100, measure)).toBe(1);
  });

  it('breaks a word that is longer than the line', () => {
    expect(countLines('a'.repeat(25), 20, 100, measure)).toBe(3);
  });

  it('writes a word large and a story small', () => {
    expect(fitText('wachten', paper, measure)).toBe(28);
    expect(fitText('een zin die over een paar regels loopt', paper, measure)).toBeLessThan(24);
    expect(fitText('woord '.repeat(200), paper, measure)).toBe(13);
  });

  it('rather takes smaller type than break a word', () => {
    expect(fitText('opdrachtverlening', paper, measure)).toBe(14);
    expect(fitText('goedmaken', paper, measure)).toBe(24);
  });

  it('keeps the largest type for two lines, so that a wall is nearly of one size', () => {
    expect(fitText('een taart vieren', { w: 80, h: 120 }, measure)).toBe(21);
    expect(fitText('een taart', { w: 80, h: 120 }, measure)).toBe(28);
  });

  it('breaks a word that fits at no size, at a size that is easy to read', () => {
    expect(fitText('verantwoordelijkheidsgevoel', paper, measure)).toBe(17);
  });
});

it('breaks a text into as many lines as it counted, none wider than the paper', () => {
  const measure = (piece: string): number => piece.length * 0.5;
  const text = 'Hoe kunnen we de monteur\nop tijd laten weten dat het onderdeel er is';
  const lines = breakLines(text, 16, 100, measure);
  expect(lines).toHaveLength(countLines(text, 16, 100, measure));
  for (const line of lines) expect(measure(line) * 16).toBeLessThanOrEqual(100);
  expect(lines.join(' ')).toBe(text.replace('\n', ' '));
});

it('breaks a word that is too long by itself', () => {
  const lines = breakLines(
    'klantenserviceafdelingsmedewerker',
    16,
    100,
    (piece) => piece.length * 0.5,
  );
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('')).toBe('klantenserviceafdelingsmedewerker');
});
