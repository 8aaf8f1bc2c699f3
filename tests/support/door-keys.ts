/** One key for the codes and links of every test. */
import { createDoorKeys } from '#server/store/door-keys';

export const doorKeys = createDoorKeys('a key of the tests, which seals nothing of anybody');
