/**
 * The trail of facilitation: GET `/sprint/<id>/acts`, newest first, a page at a time; `?before=<id>`
 * gives what came before that act.
 */
import type { ActKind } from '#domain/sprint/acts';
import type { Refusal } from '#domain/refusal';

/** What the line names; which of these a kind has is told by `domain/sprint/acts`. */
export type ActDetails = {
  exercise?: string;
  /** A step's own title, where a facilitator gave one. */
  title?: string;
  person?: string;
  minutes?: number;
  role?: string;
  phase?: string;
  day?: number;
  on?: boolean;
  count?: number;
};

export type Act = {
  id: string;
  kind: ActKind;
  /** The name as it was. */
  by: string;
  /** In ms. */
  at: number;
  detail: ActDetails;
};

export type ActPage = { acts: Act[]; more: boolean };
export type ActsAnswer = { ok: true; page: ActPage } | { ok: false; refusal: Refusal };
