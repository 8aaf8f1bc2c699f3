import { expect, it } from 'vitest';
import { textOfFile } from './file-text';

const wide = (text: string, little: boolean): ArrayBuffer => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), little);
  return view.buffer;
};

it('[D43] a file in UTF-16 reads as it was written, with its mark and without', () => {
  const text = 'Vraag;Groep\nWaarom belt niemand? 😁;Bellen\n';
  for (const little of [true, false]) {
    expect(textOfFile(wide(`\ufeff${text}`, little))).toBe(text);
    expect(textOfFile(wide(text, little))).toBe(text);
  }
});

it('a file in UTF-8, or in the old code page of Windows, reads as it was written', () => {
  expect(textOfFile(new TextEncoder().encode('\ufeffcafé 👍').buffer)).toBe('café 👍');
  expect(textOfFile(new Uint8Array([0x63, 0x61, 0x66, 0xe9]).buffer)).toBe('café');
  expect(textOfFile(new ArrayBuffer(0))).toBe('');
});
