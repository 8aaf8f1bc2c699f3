/** What a stage tells of a round on exhibits: where dots lie, why, and how far somebody is. */
import type { CandidateId } from '#domain/ids';

/** One's own spot on an exhibit, by its number there: `x` and `y` in thousandths of its width. */
export type StageSpot = {
  candidateId: CandidateId;
  spot: number;
  x: number;
  y: number;
  dots: number;
};

/** Where dots lie on each exhibit, in the same measure. */
export type StageHeat = Record<CandidateId, [x: number, y: number, dots: number][]>;

/** Why a dot lies where it does; `part` from 0, null for the exhibit as a whole. */
export type StageReason = { candidateId: CandidateId; part: number | null; reason: string };

/** How far a voter is, where a figure would tell too much. */
export type BallotState = 'none' | 'busy' | 'done';
