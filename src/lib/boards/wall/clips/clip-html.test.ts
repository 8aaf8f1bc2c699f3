import { describe, expect, it } from 'vitest';
import { clipIn, writtenClip } from './clip-html';

const clip = '{"kind":"sprintkamer-clip","text":"\\"Aha\\" & <één> 100%"}';

describe('the clipboard', () => {
  it('gives other programs a line for each note that says something', () => {
    const { text, html } = writtenClip(clip, ['Te laat', '', 'Twee\n  regels', '<b>"A" & B</b>']);
    expect(text).toBe('Te laat\nTwee regels\n<b>"A" & B</b>');
    expect(html).toContain('<p>&lt;b&gt;"A" &amp; B&lt;/b&gt;</p>');
  });

  it('brings our own clip back whole', () => {
    expect(clipIn(writtenClip(clip, ['Te laat']).html)).toBe(clip);
  });

  it('finds no clip in what came from elsewhere, or came broken', () => {
    expect(clipIn('<p>Uit een tekstverwerker</p>')).toBeUndefined();
    expect(clipIn('<div data-sprintkamer-clip="%E0%A4%A">x</div>')).toBeUndefined();
  });
});
