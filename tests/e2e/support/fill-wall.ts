/** Writes a whole wall at once, as a browser of this person would over its socket: for tests that begin where the work is done. */
import { nanoid } from 'nanoid';
import { addNotes, makeGroup, stackOn, type NewNote } from '#document/boards/wall';
import { local } from '#document/origins';
import { paperColors } from '#document/schema';
import { until } from '#tests/rooms/support/clients';
import type { Person } from './person';
import { rawLine } from './raw-line';

export type WallPlan = {
  /** Per group its label and texts; '' are loose notes. */
  groups: Record<string, readonly string[]>;
  /** Texts of which the second goes under the first. */
  stack?: readonly [string, string];
};

/** Lays groups side by side and loose notes below; resolves when the server has all of it. */
export async function fillWall(person: Person, { groups, stack }: WallPlan): Promise<void> {
  const ids = new Map<string, string>();
  const { doc, line } = await rawLine(person);
  try {
    let across = 0;
    for (const [index, [label, texts]] of Object.entries(groups).entries()) {
      const color = paperColors[index % paperColors.length] ?? 'yellow';
      const notes = texts.map((text, at): NewNote => {
        const id = nanoid();
        ids.set(text, id);
        return { id, text, color, at: [at * 172, 850] };
      });
      addNotes(doc, notes, local);
      if (label === '') continue;
      const noteIds = notes.map((note) => note.id);
      makeGroup(doc, { id: nanoid(), at: [across, 300], label, noteIds }, local);
      across += 640;
    }
    if (stack) stackOn(doc, [ids.get(stack[1]) ?? ''], ids.get(stack[0]) ?? '', local);
    await until('the wall is on the server', () =>
      person.page
        .locator('[id^="note-"]')
        .filter({ hasText: [...ids.keys()][0] })
        .isVisible(),
    );
  } finally {
    line.destroy();
  }
}
