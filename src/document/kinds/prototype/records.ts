/**
 * What the document of the prototype holds, which all of Thursday's steps that make it share. People are
 * named by their member's id with the name that they had then.
 *
 * `roles`     id -> { role, member, name, order }: one person in one role
 * `scenes`    id -> { panel, number, title: Y.Text, owner, name, state, stateAt, order }: a panel of the storyboard,
 *             `number` its place there (0: none); `stateAt` when it was said how far it is, in ms
 * `links`     id -> { title: Y.Text, address, variant, version, owner, name, asked, order }: where the prototype is
 *             found; `variant` is the name of the one of two prototypes that it belongs to; `asked` changes when
 *             somebody wants it looked at again
 * `checked`   id of a link -> { address, asked, status, embeds, at }: what the server saw when it looked there, and
 *             when, in ms; the server alone writes it
 * `things`    id -> { title: Y.Text, place: Y.Text, bringer, name, picture?, order }: a prototype to take in the hand
 * `items`     id -> { says, text: Y.Text, done, order }: the checklist; `says` is the key of seeded words
 * `fixes`     id -> { scene, text: Y.Text, done, order }: what must be mended; `scene` null: all of them
 * `questions` id -> { note, text: Y.Text, answered, order }: a sprint question, and whether the trial run
 *             showed that the prototype can answer it; `note` is its note on the wall
 * `trials`    id -> { by, reason, missing, at }: a trial run: who began it and when, in ms; who was missing (roles,
 *             with spaces between) and why it began without; the server alone writes it
 */
import type * as Y from 'yjs';
import { consistencyChecks } from '#domain/prototype/making';
import { evenKeys, putSeed } from '#document/kinds/seeds';
import { newText } from '#document/boards/stored';

/** Longest texts, in UTF-16 units. */
export const prototypeLimits = {
  ...{ sceneTitle: 240, linkTitle: 120, variant: 60, version: 40 },
  ...{ thing: 240, place: 240, item: 300, fix: 300, question: 2_000 },
} as const;

/** Inside the transaction of the seed, with the same bytes each time. */
export function seedPrototype(doc: Y.Doc): void {
  for (const [says, order] of evenKeys(consistencyChecks)) {
    putSeed(doc, 'items', says, { says, text: newText(''), done: false, order });
  }
}
