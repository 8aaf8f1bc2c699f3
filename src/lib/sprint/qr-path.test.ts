import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { isLoopback, qrPath } from './qr-path';

describe('a code to scan', () => {
  it('covers exactly the dark modules', () => {
    const { modules } = create('https://sprint.example/join/abc');
    const { path, size } = qrPath(modules);
    const drawn = new Set<string>();
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let step = 0; step < Number(run); step += 1) drawn.add(`${Number(x) + step},${y}`);
    }
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        expect(drawn.has(`${column},${row}`)).toBe(Boolean(modules.get(row, column)));
      }
    }
  });

  it('is warned against on an address that only this machine knows', () => {
    for (const host of ['localhost', '127.0.0.1', '127.3.2.1', '[::1]', 'a.localhost']) {
      expect(isLoopback(host)).toBe(true);
    }
    for (const host of ['192.168.1.20', 'sprint.example', 'localhost.example']) {
      expect(isLoopback(host)).toBe(false);
    }
  });
});
