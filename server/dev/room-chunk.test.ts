import { expect, it } from 'vitest';
import { fetchedWith } from './room-chunk';

const modules: Readonly<Record<string, { importedIds: string[]; code: string }>> = {
  '/room': { importedIds: ['/board', '/messages'], code: 'say(m.room_title()); import("/late")' },
  '/board': { importedIds: ['/room'], code: 'const words = { saved: m.board_saved };' },
  '/late': { importedIds: ['/messages'], code: 'm.late_title()' },
  '/messages': {
    importedIds: ['room_title', 'board_saved', 'late_title'].map(
      (key) => `/paraglide/messages/${key}.js`,
    ),
    code: 'export * as m from "./_index.js"',
  },
  '/paraglide/messages/room_title.js': { importedIds: [], code: '' },
  '/paraglide/messages/board_saved.js': { importedIds: [], code: '' },
  '/paraglide/messages/late_title.js': { importedIds: [], code: '' },
};
const graph = {
  getModuleIds: () => Object.keys(modules),
  getModuleInfo: (id: string) => modules[id] ?? null,
};

it('takes what is imported at once and the messages that it says, in circles too, and nothing that comes later', () => {
  expect([...fetchedWith(graph, (id) => id === '/room')].sort()).toEqual([
    '/board',
    '/messages',
    '/paraglide/messages/board_saved.js',
    '/paraglide/messages/room_title.js',
    '/room',
  ]);
});
