import { describe, expect, test } from 'vitest';
import { createOrigins, isNear } from '#server/origins';

describe('without ORIGIN', () => {
  const origins = createOrigins([]);

  test.each(['127.0.0.1:3000', 'localhost:3000', '192.168.1.7', '10.0.0.2:80', '[::1]:3000'])(
    'a page on %s may write to the same address',
    (host) => {
      expect(origins.mayWrite(`http://${host}`, host)).toBe(true);
    },
  );

  test('a page elsewhere may not write, even where its name points at this machine', () => {
    expect(origins.mayWrite('http://evil.example', '127.0.0.1:3000')).toBe(false);
    expect(origins.mayWrite('http://evil.example:3000', 'evil.example:3000')).toBe(false);
    expect(origins.mayWrite('http://127.0.0.1:4000', '127.0.0.1:3000')).toBe(false);
  });

  test('a request without Origin may not write', () => {
    expect(origins.mayWrite(undefined, '127.0.0.1:3000')).toBe(false);
    expect(origins.mayWrite('null', '127.0.0.1:3000')).toBe(false);
  });

  test('an address of the internet is not near', () => {
    expect(isNear('8.8.8.8')).toBe(false);
    expect(isNear('172.32.0.1')).toBe(false);
    expect(isNear('[2001:db8::1]')).toBe(false);
    expect(isNear('not a host')).toBe(false);
  });
});

describe('with ORIGIN', () => {
  const origins = createOrigins(['https://sprint.example.org', 'http://10.0.0.2:3000']);

  test('only the listed origins may write, whatever the Host header says', () => {
    expect(origins.mayWrite('https://sprint.example.org', 'localhost:3000')).toBe(true);
    expect(origins.mayWrite('http://localhost:3000', 'localhost:3000')).toBe(false);
  });

  test('links carry the listed origin that the person is on, else the first', () => {
    expect(origins.of('10.0.0.2:3000')).toBe('http://10.0.0.2:3000');
    expect(origins.of('sprint.example.org')).toBe('https://sprint.example.org');
    expect(origins.of('elsewhere')).toBe('https://sprint.example.org');
  });
});
