/** The customers of the test on the wire: the commands about them, and what a stage tells of them. */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import type { MemberId } from '#domain/ids';
import type { CustomerState } from '#domain/tests/customers';
import { taskResults, type TaskResult } from '#domain/tests/tasks';
import type { StageAsking } from '#protocol/asking';
import { id, instant, line } from '#protocol/fields';

export const customerCommands = [
  /** `slotAt`: when the talk is planned, in ms since 1970. */
  v.object({
    kind: v.literal('add-customer'),
    name: line(limits.name),
    slotAt: v.nullable(instant),
    reserve: v.boolean(),
  }),
  v.object({
    kind: v.literal('edit-customer'),
    customerId: id,
    name: v.optional(line(limits.name)),
    slotAt: v.optional(v.nullable(instant)),
  }),
  /** They said that they come, or not any more. */
  v.object({ kind: v.literal('confirm-customer'), customerId: id, confirmed: v.boolean() }),
  /** A reserve becomes a customer like the others, with the next number. */
  v.object({ kind: v.literal('call-in-reserve'), customerId: id }),
  v.object({ kind: v.literal('miss-customer'), customerId: id, missed: v.boolean() }),
  /** Of who was talked with: everything that was seen of them goes, or stays without a name and still counts. */
  v.object({
    kind: v.literal('withdraw-customer'),
    customerId: id,
    words: v.picklist(['erase', 'nameless']),
  }),

  /** The talk begins; who has the duty talks, else who gives the command. */
  v.object({ kind: v.literal('start-interview'), customerId: id }),
  /** The talk is over: what the observers wrote goes on the grid, with their names. */
  v.object({ kind: v.literal('round-off-interview'), customerId: id }),
  /** At which row of the grid the talk is; null: at none. */
  v.object({ kind: v.literal('point-row'), customerId: id, row: v.nullable(id) }),
  v.object({
    kind: v.literal('set-task-result'),
    customerId: id,
    row: id,
    /** Null leaves it open. */
    result: v.nullable(v.picklist(taskResults)),
  }),
  /** What one wrote of a talk that was rounded off meanwhile goes on the grid after all. */
  v.object({ kind: v.literal('lay-late-observations'), customerId: id }),
] as const;

/** A customer of the test, as everybody but an expert knows them. */
export type StageCustomer = {
  id: string;
  /** 'K3', or 'R1' of a reserve. */
  label: string;
  reserve: boolean;
  state: CustomerState;
  /** When the talk is planned, began and was rounded off, in ms. */
  slotAt: number | null;
  /** They said that they come. */
  confirmed: boolean;
  startedAt: number | null;
  endedAt: number | null;
  /** Who talks, or talked, with them. */
  interviewer: MemberId | null;
  /** While they talk: the row of the grid at which they are. */
  rowNow: string | null;
  /** Only sent to facilitators and interviewers. */
  name: string | null;
  /** The rows as they were when the talk began, in order; to who talks with them now, who has no grid, and to nobody else. */
  parts: InterviewPart[] | null;
  /** How they fared, by row; to facilitators and interviewers while they talk, to all afterwards. */
  results: Record<string, TaskResult>;
  asking: StageAsking;
};

/** A part of the prototype that is gone through with a customer: a row of the grid. */
export type InterviewPart = { id: string; title: string };
