/** How much a note speaks to one stand-in: its strength, what they care about, and taste. */
import type { ExampleCase, Persona } from '#server/example/case';
import { hashOf } from '#server/example/chance';
import { knownNotes, themeOf } from '#server/example/themes';

/** What a note of the visitor's is worth beside the case's own, which run from 0 to 3. */
const VISITORS_STRENGTH = 2;
/** How much taste, the same for the same person and note, weighs against reason. */
const TASTE = 2.5;

export function worthOf(text: string, persona: Persona, story: ExampleCase): number {
  const note = knownNotes(story).get(text.trim());
  const theme = themeOf(text, story);
  const care = theme ? (persona.cares[theme] ?? 0) : 1;
  const taste = (hashOf(`${persona.name} ${text}`) / 2 ** 32) * TASTE;
  return (note?.strength ?? VISITORS_STRENGTH) + care + taste;
}
