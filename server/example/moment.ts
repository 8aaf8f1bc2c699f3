/**
 * What the stand-ins of one example sprint see when it is their turn: authority as it is now, who
 * they are, and the parts by which they act. They have no memory of their own but of pace.
 */
import type { CommandAnswer, CommandInput } from '#protocol/commands';
import { phaseKey } from '#domain/sprint/phase-key';
import type { Phase } from '#domain/sprint/phases';
import type { Session } from '#server/auth/session';
import type { Commands } from '#server/commands/runner';
import type { ExampleCase, Persona } from '#server/example/case';
import { caseEn } from '#server/example/case-en';
import { caseNl } from '#server/example/case-nl';
import type { Rooms } from '#server/rooms/rooms';
import type { Authority, Member, Step } from '#server/stage/authority';

export const cases: readonly ExampleCase[] = [caseNl, caseEn];

/** One of the four, as a member of this sprint. */
export type StandIn = { readonly member: Member; readonly persona: Persona };

export type ActingParts = {
  readonly rooms: Rooms;
  readonly commands: Pick<Commands, 'run'>;
  readonly random: { newId(): string };
  /** Told which piles were written in. */
  readonly pilesChanged: (roomIds: readonly string[]) => void;
};

export type Moment = {
  readonly parts: ActingParts;
  readonly authority: Authority;
  readonly story: ExampleCase;
  readonly step: Step;
  readonly phase: Phase;
  readonly standIns: readonly StandIn[];
  /** How long this phase has been watched, in ms of people's time. */
  readonly watchedMs: number;
  /** Uniform in [0, 1), the same row of numbers for the same sprint and phase. */
  readonly chance: () => number;
  /** How many times faster than people. */
  readonly pace: number;
  /** What people touched on the wall since it is watched: theirs, not to be moved. */
  readonly touched: Set<string>;
  /** Where each note was when it was last looked at. */
  readonly lastSeen: Map<string, string>;
  /** Turns true when the server goes or everybody has left. */
  readonly isOver: () => boolean;
};

/** Ms of people's time until the next turn; null when there is nothing to do for now. */
export type Pause = number | null;

/** @returns the stand-ins among the living members, each with their character; empty when the case is unknown. */
export function standInsOf(
  authority: Authority,
): { story: ExampleCase; standIns: StandIn[] } | null {
  const own = authority.members.filter((member) => member.example);
  // By name, because a facilitator may change the language of the sprint.
  const story = cases.find((one) =>
    own.some(({ name }) => one.standIns.some((persona) => persona.name === name)),
  );
  if (!story) return null;
  const standIns = own.flatMap((member): StandIn[] => {
    const persona = story.standIns.find((one) => one.name === member.name);
    return persona ? [{ member, persona }] : [];
  });
  return { story, standIns };
}

/** A command in the name of a stand-in, under the same rules as anybody's. A refusal changes nothing. */
export function command(
  { parts, authority }: Pick<Moment, 'parts' | 'authority'>,
  { member }: StandIn,
  input: CommandInput,
): Promise<CommandAnswer> {
  const session: Session = {
    ...{ id: 'stand-in', personId: member.personId ?? '', name: member.name, email: null },
    onlySprintId: authority.sprint.id,
    expiresAt: new Date(8.64e15),
  };
  return parts.commands.run(session, authority.sprint.id, input);
}

/** Says 'Klaar' for this phase. */
export function sayReady(moment: Moment, standIn: StandIn): Promise<CommandAnswer> {
  const key = phaseKey(moment.step);
  return command(moment, standIn, { kind: 'set-ready', phaseKey: key, ready: true });
}

export function isReady({ step }: Pick<Moment, 'step'>, { member }: StandIn): boolean {
  return member.readyFor === phaseKey(step);
}

/** One of them, by chance; undefined of an empty list. */
export function oneOf<T>(items: readonly T[], chance: () => number): T | undefined {
  return items[Math.floor(chance() * items.length)];
}

/** Ms between two bounds, by chance. */
export function between(least: number, most: number, chance: () => number): number {
  return least + chance() * (most - least);
}
