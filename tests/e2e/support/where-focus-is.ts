import type { Person } from './person';

/** What has the focus, in a word: the part of the room, or 'body'. */
export function whereFocusIs(person: Person): Promise<string> {
  return person.page.evaluate(() => {
    const { activeElement } = document;
    const part = activeElement?.closest<HTMLElement>('[data-region], .head');
    return part?.dataset['region'] ?? (part ? 'head' : 'body');
  });
}
