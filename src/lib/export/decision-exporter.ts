/** The decision of the week to take along: drawn as lines, as a table, as data. */
import { readOutcome } from '#domain/votes/outcome';
import { isEmptyDecision, type PlainDecision } from '#document/kinds/decision/plain';
import { m } from '$lib/paraglide/messages';
import { outcomeName } from '$lib/sprint/outcome-words';
import type { BoardExport } from './board-export';
import { csvFile } from './csv-file';
import type { Exporter } from './exporter';
import { paragraph } from './map-cards';
import { svgFile } from './svg-file';
import type { WallLook } from './wall-look';

const WIDTH = 900;
const MARGIN = 40;

export function decisionExporter(
  { sprint, board, decision }: Pick<BoardExport, 'sprint' | 'board' | 'decision'>,
  plain: PlainDecision,
): Exporter {
  const { next, effects } = plain;
  const outcome = decision && readOutcome(decision.choice);
  const sideOf = { better: m.outcome_better(), worse: m.outcome_worse() };
  const lines = [
    ...(decision
      ? [
          { text: outcome ? outcomeName(outcome) : m.room_decided(), heading: true },
          { text: `${decision.text} (${decision.by})`, heading: false },
        ]
      : []),
    { text: m.outcome_next(), heading: true },
    ...next.map(({ what, who, due }) => ({
      ...{ text: [what.trim(), who.trim(), due].filter(Boolean).join(' · '), heading: false },
    })),
    ...(['better', 'worse'] as const).flatMap((side) => [
      { text: sideOf[side], heading: true },
      ...effects
        .filter((one) => one.side === side)
        .map(({ what, whom, soften }) => ({
          text: [what.trim(), whom.trim(), soften.trim()].filter(Boolean).join(' · '),
          heading: false,
        })),
    ]),
  ];
  const drawn = (look: WallLook): { pieces: string[]; height: number } => {
    const pieces: string[] = [];
    let y = 0;
    for (const { text, heading } of lines) {
      if (heading && y > 0) y += 16;
      const place = { x: 0, y, w: WIDTH, look, size: heading ? 20 : 15, titled: heading };
      const words = paragraph(text, { ...place, weight: heading ? 650 : 500 });
      pieces.push(words.svg);
      y += words.height + 4;
    }
    return { pieces, height: y };
  };
  return {
    isEmpty: isEmptyDecision(plain),
    count: next.length,
    pictures: [],
    paint(look) {
      const { pieces, height } = drawn(look);
      const box = { x: -MARGIN, y: -MARGIN, w: WIDTH + 2 * MARGIN, h: height + 2 * MARGIN };
      return { box, svg: (part = box) => svgFile({ names: [sprint, board], pieces }, look, part) };
    },
    csv: () =>
      csvFile([
        [
          ...[m.history_csv_kind(), m.outcome_what(), m.outcome_who(), m.outcome_due()],
          m.outcome_soften(),
        ],
        ...(decision
          ? [
              [
                outcome ? outcomeName(outcome) : m.room_decided(),
                decision.text,
                decision.by,
                '',
                '',
              ],
            ]
          : []),
        ...next.map(({ what, who, due }) => [m.outcome_next(), what.trim(), who.trim(), due, '']),
        ...effects.map(({ side, what, whom, soften }) => [
          ...[sideOf[side], what.trim(), whom.trim(), '', soften.trim()],
        ]),
      ]),
    json: () => ({
      outcome: decision && { outcome, text: decision.text, by: decision.by },
      next: next.map(({ order: _, ...one }) => one),
      effects: effects.map(({ order: _, ...one }) => one),
    }),
  };
}
