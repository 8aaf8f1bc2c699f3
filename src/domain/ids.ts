/**
 * Names for the identifiers that cross the house. All are opaque strings made by the server
 * (nanoid, 21 characters), except note and group ids, which the browser that makes the note makes.
 */
export type PersonId = string;
export type SprintId = string;
export type MemberId = string;
export type StepId = string;
export type BoardId = string;
export type RoundId = string;
export type CandidateId = string;
export type NoteId = string;
export type PictureId = string;
/** Changes when a board's history starts anew; a browser's copy of another lineage is set aside. */
export type Lineage = string;
