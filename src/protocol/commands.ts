/**
 * Commands: the only way to change authority. POST `/sprint/<id>/commands` with one command as JSON
 * and the header `x-protocol-version`; the answer is a `CommandAnswer`. Who may give which is
 * `domain/sprint/permissions.ts`; what each does is one file of `server/commands`.
 */
import { privateKinds } from '#domain/exercises/exercise';
import { sketchPlaces } from '#domain/sketches/handing-in';
import { sketchSourceKinds } from '#domain/sketches/sketch-source';
import * as v from 'valibot';
import { limits } from '#domain/limits';
import type { Refusal } from '#domain/refusal';
import type { CommandKind } from '#domain/sprint/permissions';
import { phases } from '#domain/sprint/phases';
import { duties, roles } from '#domain/sprint/roles';
import { askingCommands } from '#protocol/asking';
import { belofteCommands } from '#protocol/beloften';
import { customerCommands } from '#protocol/customers';
import { id, line } from '#protocol/fields';
import { verdictCommands } from '#protocol/verdicts';
import { preparationCommands } from '#protocol/preparation';
import { viewSchema } from '#protocol/view';

const prose = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const minutes = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(limits.minutesMin),
  v.maxValue(limits.minutesMax),
);
/** Far beyond any exhibit: what lies outside is refused in words. */
const coordinate = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const date = v.pipe(v.string(), v.isoDate());
const day = v.picklist([0, 1, 2, 3, 4, 5]);
const url = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.url),
  v.url(),
  v.regex(/^https?:\/\//i),
);

export const stepChoices = v.object({
  authorShown: v.optional(v.boolean()),
  /** Only who wrote a note may change it; possible where authors are shown. */
  authorEdits: v.optional(v.boolean()),
  dots: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
  resultsLive: v.optional(v.boolean()),
  facilitatorDraws: v.optional(v.boolean()),
  question: v.optional(prose(limits.challenge)),
});

const sketchPlace = v.picklist(sketchPlaces);

export const commandSchema = v.variant('kind', [
  v.object({ kind: v.literal('open-step'), stepId: id }),
  v.object({ kind: v.literal('close-step'), stepId: id }),
  /** Closes the open step, if any, and opens the next planned one. `from` is the open step, or null. */
  v.object({ kind: v.literal('next-step'), from: v.nullable(id) }),
  /** `skipped: false` puts a skipped step back on the agenda. */
  v.object({ kind: v.literal('skip-step'), stepId: id, skipped: v.boolean() }),
  /** `before: null` means last of that day. */
  v.object({ kind: v.literal('move-step'), stepId: id, day, before: v.nullable(id) }),
  v.object({ kind: v.literal('repeat-step'), stepId: id }),
  v.object({
    kind: v.literal('add-step'),
    exercise: id,
    day,
    before: v.nullable(id),
    minutes: v.optional(minutes),
    title: v.optional(line(limits.title)),
    choices: v.optional(stepChoices),
  }),
  v.object({ kind: v.literal('remove-step'), stepId: id }),
  v.object({ kind: v.literal('retime-step'), stepId: id, minutes }),
  v.object({ kind: v.literal('set-step-choices'), stepId: id, choices: stepChoices }),
  /** From one phase of the open step to another; `from` guards against a second click. */
  v.object({
    kind: v.literal('advance-phase'),
    stepId: id,
    from: v.picklist(phases),
    to: v.picklist(phases),
  }),
  /** Calls off a reveal that is counting down. */
  v.object({ kind: v.literal('cancel-reveal'), stepId: id }),
  /** The turn goes from one thing on the board to another, with its own time on the clock; `to: null`: that was the last. */
  v.object({
    kind: v.literal('give-turn'),
    stepId: id,
    from: v.nullable(id),
    to: v.nullable(id),
  }),
  v.object({ kind: v.literal('admit-late'), stepId: id, admit: v.boolean() }),

  /** Undoes the last opening: the open step is planned again, the one closed before it opens in its last phase. */
  v.object({ kind: v.literal('back-step'), from: v.nullable(id) }),
  /** New lengths for several planned steps at once. */
  v.object({
    kind: v.literal('squeeze-day'),
    steps: v.pipe(v.array(v.object({ stepId: id, minutes })), v.minLength(1), v.maxLength(100)),
  }),

  v.object({ kind: v.literal('set-board-lock'), boardId: id, locked: v.boolean() }),
  v.object({ kind: v.literal('set-wide-tools'), stepId: id, wide: v.boolean() }),
  /** Everybody's view of the board goes where the facilitator looks. */
  v.object({ kind: v.literal('bring-here'), boardId: id, view: viewSchema }),
  v.object({ kind: v.literal('nudge'), memberId: id }),
  /** `stepId: null` is the note about the whole sprint; `version` is what the writer had read (0: none). */
  v.object({
    kind: v.literal('write-facilitator-note'),
    stepId: v.nullable(id),
    text: v.pipe(v.string(), v.maxLength(limits.facilitatorNote)),
    version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** Puts a board back as it was; how it is now is kept first. */
  v.object({ kind: v.literal('restore-snapshot'), boardId: id, snapshotId: id }),
  /** A board or a pile that cannot be read begins anew with what can still be read of it. */
  v.object({ kind: v.literal('rebuild-board'), boardId: id }),
  v.object({
    kind: v.literal('rebuild-pile'),
    memberId: id,
    /** Left out: the pile itself. A pad begins anew for its owner alone. */
    room: v.optional(v.picklist(privateKinds)),
  }),
  v.object({ kind: v.literal('set-hand'), up: v.boolean() }),
  v.object({ kind: v.literal('lower-hand'), memberId: id }),

  /** The trial run of the prototype; `reason` where who must see it is not there. */
  v.object({ kind: v.literal('begin-trial'), stepId: id, reason: prose(limits.reason) }),
  /** The last day moves to this date; to the planned one it goes back. */
  v.object({ kind: v.literal('postpone-last-day'), date, reason: prose(limits.reason) }),
  /** For the pen of a storyboard; `ask: false` asks no more. One that nobody holds is taken by asking. */
  v.object({ kind: v.literal('ask-pen'), boardId: id, ask: v.boolean() }),
  /** To a member, or laid down for who takes it. */
  v.object({ kind: v.literal('pass-pen'), boardId: id, memberId: v.nullable(id) }),

  /** Starts the clock, or lets a paused one go on. `minutes` sets a new length first. */
  v.object({ kind: v.literal('start-clock'), minutes: v.optional(minutes) }),
  v.object({ kind: v.literal('pause-clock') }),
  v.object({ kind: v.literal('extend-clock'), minutes: v.picklist([1, 5]) }),

  v.object({ kind: v.literal('set-ready'), phaseKey: v.string(), ready: v.boolean() }),
  v.object({
    kind: v.literal('cast-dot'),
    roundId: id,
    candidateId: id,
    /** Where on the exhibit, in thousandths of its width, where dots have a place; only there. */
    place: v.optional(v.object({ x: coordinate, y: coordinate })),
    /** Where a dot comes with its reason, and only there: why, and which part of the exhibit when not all of it. */
    reason: v.optional(prose(limits.reason)),
    part: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))),
  }),
  v.object({
    kind: v.literal('take-back-dot'),
    roundId: id,
    candidateId: id,
    /** Off which of one's own spots on the exhibit. */
    spot: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  }),
  /** The Decider's dots become the choice, all in one act: the round closes and its result is there. */
  v.object({
    kind: v.literal('lay-down-supervote'),
    roundId: id,
    reason: prose(limits.reason),
  }),
  ...belofteCommands,
  ...verdictCommands,
  /** One prototype of all winners, or two that compete; then a vote on their names follows. */
  v.object({
    kind: v.literal('choose-prototypes'),
    stepId: id,
    choice: v.picklist(['all-in-one', 'rumble']),
    reason: prose(limits.reason),
    /** What that vote asks, in the words of who chooses. */
    question: v.optional(prose(limits.challenge)),
  }),
  /** What did not win goes along into the storyboard and a next sprint; `along: false` leaves it again. */
  v.object({ kind: v.literal('take-along'), exhibitId: id, along: v.boolean() }),
  /**
   * The writer hands in own late notes of this wall, where the facilitator admits them: these and no
   * others, none at all to take them back. They are laid at the end of the phase.
   */
  v.object({
    kind: v.literal('lay-late-notes'),
    stepId: id,
    noteIds: v.pipe(v.array(id), v.maxLength(200)),
  }),
  /** Hands in the sketch of this step as the pad holds it now. */
  v.object({
    kind: v.literal('hand-in'),
    stepId: id,
    place: sketchPlace,
    /** What it answers, of what was chosen; left out where its maker does not say. */
    source: v.optional(
      v.object({
        kind: v.picklist(sketchSourceKinds),
        id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_/-]{1,129}$/)),
      }),
    ),
  }),
  v.object({ kind: v.literal('take-back-sketch'), stepId: id, place: sketchPlace }),
  /** Waits until it can be laid nameless. */
  v.object({ kind: v.literal('ask-question'), exhibitId: id, text: line(limits.galleryQuestion) }),
  v.object({ kind: v.literal('take-back-question'), questionId: id }),
  /** The critique goes to this exhibit. */
  v.object({ kind: v.literal('critique-exhibit'), exhibitId: id }),
  v.object({ kind: v.literal('reveal-maker'), exhibitId: id }),
  v.object({
    kind: v.literal('decide'),
    stepId: id,
    candidateId: id,
    /** On a map, and only there: the customer beside the moment. */
    actorId: v.optional(id),
    reason: prose(limits.reason),
  }),
  v.object({ kind: v.literal('withdraw-decision'), stepId: id }),
  /** Other words for a decision of a step that is done; `from` is the wording that was read. */
  v.object({
    kind: v.literal('amend-decision'),
    stepId: id,
    from: v.string(),
    text: prose(limits.note),
    reason: prose(limits.reason),
  }),

  ...customerCommands,
  ...preparationCommands,
  ...askingCommands,

  v.object({ kind: v.literal('rename-me'), name: line(limits.name) }),
  v.object({ kind: v.literal('leave-sprint') }),
  v.object({ kind: v.literal('make-phone-link') }),
  v.object({ kind: v.literal('make-paper-link'), stepId: id }),
  v.object({ kind: v.literal('set-participates'), participates: v.boolean() }),
  v.object({ kind: v.literal('set-role'), memberId: id, role: v.picklist(roles) }),
  v.object({ kind: v.literal('set-decider'), memberId: v.nullable(id) }),
  v.object({ kind: v.literal('set-duties'), memberId: id, duties: v.array(v.picklist(duties)) }),
  v.object({ kind: v.literal('give-mandate'), memberId: id, reason: line(limits.reason) }),
  v.object({ kind: v.literal('end-mandate') }),
  /** Makes that member facilitator and oneself participant, in one act. */
  v.object({ kind: v.literal('hand-over'), memberId: id }),
  v.object({ kind: v.literal('remove-member'), memberId: id }),
  /** Shuts the door and removes every guest who did nothing yet. */
  v.object({ kind: v.literal('empty-lobby') }),
  v.object({ kind: v.literal('make-return-link'), memberId: id }),

  v.object({ kind: v.literal('set-door'), open: v.boolean() }),
  v.object({ kind: v.literal('new-code') }),
  v.object({
    kind: v.literal('make-join-link'),
    role: v.picklist(['deelnemer', 'expert', 'waarnemer']),
    decider: v.optional(v.boolean(), false),
  }),
  v.object({ kind: v.literal('revoke-join-link'), linkId: id }),

  v.object({
    kind: v.literal('edit-sprint'),
    name: v.optional(line(limits.sprintName)),
    challenge: v.optional(prose(limits.challenge)),
    startsOn: v.optional(date),
    language: v.optional(v.picklist(['nl', 'en'])),
    videoUrl: v.optional(v.nullable(url)),
    deleteAfter: v.optional(date),
  }),
  v.object({ kind: v.literal('delete-sprint'), name: v.string() }),
]);

export type Command = v.InferOutput<typeof commandSchema>;
export type CommandInput = v.InferInput<typeof commandSchema>;
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;

/** What a command gives back beside the new stage, which travels on the live socket. */
export type CommandResults = {
  /** A one-time link for a QR code; `expiresAt` in ms. */
  'make-phone-link': { path: string; expiresAt: number };
  'make-paper-link': { path: string; expiresAt: number };
  'make-return-link': { path: string; expiresAt: number };
  'make-customer-link': { path: string; expiresAt: number };
  'make-join-link': { linkId: string; path: string };
  'new-code': { code: string };
  'add-step': { stepId: string };
  'repeat-step': { stepId: string };
  'write-facilitator-note': { version: number };
  /** How many of them now wait for the end of the phase. */
  'lay-late-notes': { waiting: number };
  'empty-lobby': { removed: number };
  /** The board as it was just before: restoring that undoes this. */
  'restore-snapshot': { beforeId: string };
};
export type ResultOf<K extends CommandKind> = K extends keyof CommandResults
  ? CommandResults[K]
  : null;

export type CommandAnswer =
  | { ok: true; result: CommandResults[keyof CommandResults] | null }
  | { ok: false; refusal: Refusal };
