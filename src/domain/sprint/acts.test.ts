import { expect, it } from 'vitest';
import { isAct, keptOfAct } from '#domain/sprint/acts';
import { commandActors, commandKinds } from '#domain/sprint/permissions';

const silent = ['nudge', 'write-facilitator-note', 'lower-hand', 'delete-sprint'];

it('[R46] what only a facilitator may do leaves a line, but for what stays between two people', () => {
  const facilitation = commandKinds.filter((kind) => commandActors[kind].join() === 'facilitator');
  expect(facilitation.filter((kind) => !isAct(kind)).sort()).toEqual([...silent].sort());
});

it('[R46] what somebody does for themselves leaves none', () => {
  for (const kind of [
    'set-ready',
    'cast-dot',
    'set-hand',
    'ask-pen',
    'pass-pen',
    'rename-me',
    'lay-late-notes',
  ] as const) {
    expect(keptOfAct[kind]).toBeNull();
  }
});
