/** The fields of the grid's records, declared: what the server lets in, and nothing else. */
import { marks } from '#domain/tests/patterns';
import { gridLimits } from '#document/kinds/grid/records';
import { AUTHOR_MOST } from '#document/records/picture-value';
import { choice, flag, line, number, order, ref, text } from '#document/records/fields';

/** As it lies in its writer's own pile. */
export const ownObservation = {
  /** 'K3': no id, and never a name. */
  customer: line(8),
  row: ref(),
  text: text(gridLimits.observation),
  mark: choice(marks, '0'),
  strong: flag(),
  quote: flag(),
  /** Since the talk began. */
  seconds: number(),
  order: order(),
};

export const gridRecords = {
  rows: { title: text(gridLimits.row), order: order() },
  observations: { ...ownObservation, author: line(AUTHOR_MOST), by: ref() },
  patterns: {
    row: ref(),
    mark: choice(marks, '0'),
    name: text(gridLimits.pattern),
    aside: flag(),
  },
};
