/**
 * What the script of the interviews holds. Its five acts are seeded and stay; several people write what is said,
 * asked and given to do in them.
 *
 * `acts`      id (its name) -> { minutes, order }
 * `lines`     id -> { act, kind, says, text: Y.Text, order }: `says` is the key of words that stood there from the
 *             beginning; they are read while `text` is empty
 * `notes`     id -> { line, kind, text: Y.Text, order }: beside a line, what to look for and what to ask on
 * `hangs`     id -> { line, question }: that line is there for that sprint question
 * `questions` id -> { note, text: Y.Text, order }: a sprint question, with its note on the wall
 */
import type * as Y from 'yjs';
import { actMinutes, scriptActs, standingLines } from '#domain/script/acts';
import { newText } from '#document/boards/stored';
import { evenKeys, putSeed } from '#document/kinds/seeds';

/** Longest texts, in UTF-16 units. */
export const scriptLimits = { line: 600, note: 240, question: 2_000 } as const;

/** Inside the transaction of the seed, with the same bytes each time. */
export function seedScript(doc: Y.Doc): void {
  for (const [act, order] of evenKeys(scriptActs)) {
    const minutes = actMinutes[act as (typeof scriptActs)[number]];
    putSeed(doc, 'acts', act, { minutes, order });
  }
  for (const [says, order] of evenKeys(Object.keys(standingLines))) {
    const { act, kind } = standingLines[says as keyof typeof standingLines];
    putSeed(doc, 'lines', says, { act, kind, says, text: newText(''), order });
  }
}
