import { describe, expect, it } from 'vitest';
import { backoffMs, finalRefusal } from './live-status';

describe('the line to the stage', () => {
  it('comes back by itself after a lost connection, a full server or a failed load', () => {
    for (const code of [1000, 1006, 1012, 4503, 4508, 4529]) expect(finalRefusal(code)).toBeNull();
  });

  it('stays away after each 44xx and says why', () => {
    expect(finalRefusal(4401)).toEqual({ code: 'not-signed-in' });
    expect(finalRefusal(4403)).toEqual({ code: 'not-a-member' });
    expect(finalRefusal(4404)).toEqual({ code: 'no-such-sprint' });
    expect(finalRefusal(4409)).toEqual({ code: 'page-too-old' });
    expect(finalRefusal(4400)).not.toBeNull();
  });

  it('waits longer each time, never above six seconds', () => {
    expect(backoffMs(0, () => 0.5)).toBe(500);
    expect(backoffMs(2, () => 0.5)).toBe(2_000);
    expect(backoffMs(50, () => 1)).toBeLessThanOrEqual(6_000);
  });
});
