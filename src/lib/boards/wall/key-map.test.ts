import { describe, expect, it } from 'vitest';
import { actOf } from './key-map';

const press = (key: string, more: { code?: string; shift?: boolean; command?: boolean } = {}) => ({
  key,
  code: '',
  shift: false,
  command: false,
  ...more,
});
const text = { letters: 'text' } as const;
const acts = { letters: 'acts' } as const;

describe('keys of the board', () => {
  it('letters begin a note where they can, and are acts where they cannot', () => {
    expect(actOf(press('k'), text)).toBe('type');
    expect(actOf(press('h'), text)).toBe('type');
    expect(actOf(press('3'), text)).toBe('type');
    expect(actOf(press('h'), acts)).toBe('hand');
    expect(actOf(press('k'), acts)).toBeNull();
  });

  it('N begins a note; a capital N begins a sentence', () => {
    expect(actOf(press('n'), text)).toBe('new-note');
    expect(actOf(press('N', { shift: true }), text)).toBe('type');
    expect(actOf(press('n'), acts)).toBe('new-note');
  });

  it('Shift with a digit is a view, unless the keyboard types the digit that way', () => {
    expect(actOf(press('!', { code: 'Digit1', shift: true }), text)).toBe('fit');
    expect(actOf(press('1', { code: 'Digit1', shift: true }), text)).toBe('type');
    expect(actOf(press(')', { code: 'Digit0', shift: true }), text)).toBe('full-size');
  });

  it('knows undo and redo in both ways', () => {
    expect(actOf(press('z', { command: true }), text)).toBe('undo');
    expect(actOf(press('Z', { command: true, shift: true }), text)).toBe('redo');
    expect(actOf(press('y', { command: true }), text)).toBe('redo');
  });

  it('leaves the browser its own: copying, pasting, zooming, the address', () => {
    for (const key of ['c', 'x', 'v', 'l', 'r', '+', '0'])
      expect(actOf(press(key, { command: true }), text)).toBeNull();
  });

  it('an accent that is still to come is text', () => {
    expect(actOf(press('Dead'), text)).toBe('type');
    expect(actOf(press(' '), text)).toBeNull();
  });
});
