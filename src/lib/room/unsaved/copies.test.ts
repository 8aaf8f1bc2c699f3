import { expect, test } from 'vitest';
import { copyName, parseCopyName } from './copies';

test('[S131] a pile keeps the copy that it had under its address of before; a pad has one of its own', () => {
  const before = copyName('s/private/anna/l1', 'anna');
  expect(copyName('s/private/anna/pile/l1', 'anna')).toBe(before);
  expect(before).toBe('sprintkamer/s/private/l1/anna');
  const pad = copyName('s/private/anna/pad/l1', 'anna');
  expect(pad).not.toBe(before);
  expect(parseCopyName(before)).toMatchObject({ boardId: null, private: 'pile' });
  expect(parseCopyName(pad)).toMatchObject({ boardId: null, private: 'pad' });
  expect(parseCopyName(copyName('s/b/l1', 'anna'))).toMatchObject({ boardId: 'b', private: null });
});
