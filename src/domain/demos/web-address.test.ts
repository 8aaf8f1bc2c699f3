import { describe, expect, it } from 'vitest';
import { hostOf, isWebAddress, webAddressOf } from '#domain/demos/web-address';

describe('[R120] an address that somebody gives as a source', () => {
  it.each([
    ['https://voorbeeld.nl/pad?x=1#y', 'https://voorbeeld.nl/pad?x=1#y'],
    ['  voorbeeld.nl/pad ', 'https://voorbeeld.nl/pad'],
    ['HTTP://Voorbeeld.NL', 'http://voorbeeld.nl/'],
    ['localhost:3000/x', 'https://localhost:3000/x'],
    ['voorbeeld.nl:8443', 'https://voorbeeld.nl:8443/'],
  ])('[R120] %s is %s', (typed, address) => {
    expect(webAddressOf(typed)).toBe(address);
    expect(isWebAddress(address)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'mailto:anna@voorbeeld.nl',
    'https://',
    'https:///pad',
    'https://a b.nl',
    'gewoon woorden',
    'woord',
    '',
    `https://voorbeeld.nl/${'x'.repeat(2_000)}`,
    'https://voorbeeld.nl/\u0000',
  ])('[R120] %j is none', (typed) => {
    expect(webAddressOf(typed)).toBeNull();
  });

  it('[R120] is shown with its host', () => {
    expect(hostOf('https://www.voorbeeld.nl/pad')).toBe('voorbeeld.nl');
    expect(hostOf('https://kaart.voorbeeld.nl:8443/')).toBe('kaart.voorbeeld.nl:8443');
    expect(hostOf('javascript:alert(1)')).toBe('');
  });
});
