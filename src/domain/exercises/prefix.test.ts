import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterPrefix, beginsTyped, prefixed } from '#domain/exercises/prefix';

const rest = 'het wachten nuttig laten voelen?';

describe('[R71] the beginning of a note', () => {
  it('[R71] is shown once, also where its writer typed or pasted it', () => {
    for (const typed of [
      ...['HKW', 'hkw:', 'HMW', 'HMW...', 'Hoe kunnen we', 'hoe kunnen wij', 'HOE  KUNNEN WE …'],
      ...[
        'How might we',
        'How might we:',
        'how can we',
        'Kunnen we',
        'kunnen we -',
        'Can we',
        ' HKW ',
      ],
      ...['HKW: Hoe kunnen we', 'HKW\u00a0', 'Hoe\nkunnen we...'],
    ]) {
      expect([typed, prefixed(`${typed} ${rest}`, 'HKW')]).toEqual([typed, `HKW ${rest}`]);
      expect(beginsTyped(`${typed} ${rest}`)).toBe(true);
    }
  });

  it('[R71] takes nothing else of a text, and nothing where no beginning is shown', () => {
    for (const text of [
      ...[
        'HKWs zijn lastig',
        'Hoe kunnen weten we dat',
        'Hoe we kunnen helpen',
        'HMW-vragen',
        'Hoe dan?',
      ],
      ...['Wij kunnen we', 'We kunnen het', 'kunnen weer verder', '', '   ', '?'],
    ]) {
      expect(afterPrefix(text, 'HKW')).toBe(text);
      expect(beginsTyped(text)).toBe(false);
    }
    expect(afterPrefix(`Hoe kunnen we ${rest}`, '')).toBe(`Hoe kunnen we ${rest}`);
    expect(prefixed(` Hoe kunnen we ${rest} `, null)).toBe(`Hoe kunnen we ${rest}`);
    expect(prefixed('HKW', 'HKW')).toBe('HKW');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const left = afterPrefix(text, 'HKW');
        expect(text.endsWith(left)).toBe(true);
        expect(afterPrefix(left, 'HKW')).toBe(left);
        if (!beginsTyped(text)) expect(left).toBe(text);
      }),
    );
  });
});
