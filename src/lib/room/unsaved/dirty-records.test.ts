import { expect, it } from 'vitest';
import { dirtyRecords, eraseDirtyRecords, hasDirtyRecords } from './dirty-records';
import { pageStorage } from './kept-storage';

it('[L7] unsent work of anybody is known before it is erased, and gone afterwards', () => {
  const storage = pageStorage();
  storage.setItem('sprintkamer/copy/x', '1');
  expect(hasDirtyRecords(storage)).toBe(false);
  const records = dirtyRecords(storage, { memberId: 'm', room: 's/private/m/l', tab: 'one' });
  records.put('n', { text: 'nog niet verstuurd', color: 'yellow', wall: 'b' });
  expect(hasDirtyRecords(storage)).toBe(true);
  eraseDirtyRecords(storage, 'somebody else');
  expect(hasDirtyRecords(storage)).toBe(true);
  eraseDirtyRecords(storage, 'm');
  expect(hasDirtyRecords(storage)).toBe(false);
});
