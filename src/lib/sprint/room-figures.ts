/** The sum of the room for its facilitator: how far everybody who counts is, in one line and one bar. */
import { exerciseById } from '#domain/exercises/registry';
import type { Stage } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import { isOnPads } from '$lib/room/stage-rooms';
import { openStep } from './agenda-view';
import { isDone } from './awaited';

export type RoomFigures = {
  text: string;
  rest: string;
  share: number;
  /** What the facilitator thinks of before going on. */
  warning?: string;
};

/** Dots of who is offline are nobody's to wait for. */
function votesOfCounted({ now, members }: Stage): { placed: number; given: number } {
  const round = now?.round;
  if (!round?.left) return { placed: round?.placed ?? 0, given: round?.given ?? 0 };
  const { left } = round;
  const ballots = members.flatMap((member) => (member.counted ? (left[member.id] ?? []) : []));
  const given = ballots.reduce((sum, one) => sum + one.budget, 0);
  return { given, placed: given - ballots.reduce((sum, one) => sum + one.left, 0) };
}

/** @returns null while no step is open, or while nothing is counted. */
export function roomFigures(stage: Stage): RoomFigures | null {
  const { now } = stage;
  if (!now) return null;
  const exercise = exerciseById(openStep(stage)?.exercise ?? '');
  if (exercise?.tool === 'pause') return null;
  const counted = stage.members.filter((member) => member.counted);
  const ready = counted.filter((member) => member.ready).length;
  const readyText = m.room_ready_count({ ready, total: counted.length });
  if (now.phase === 'voting' && now.round?.ballots) {
    const { ballots } = now.round;
    const voters = counted.filter(({ id }) => ballots[id] !== undefined);
    const done = voters.filter((member) => isDone(stage, member)).length;
    return {
      text: m.room_ready_count({ ready: done, total: voters.length }),
      ...{ rest: '', share: voters.length > 0 ? done / voters.length : 0 },
    };
  }
  if (now.phase === 'voting' && now.round && now.round.placed !== null) {
    const { placed, given } = votesOfCounted(stage);
    return {
      text: m.room_dots_placed({ placed, given }),
      rest: m.room_dots_over({ count: Math.max(0, given - placed) }),
      share: given > 0 ? placed / given : 0,
    };
  }
  if (now.phase === 'result' || now.phase === 'decision' || now.phase === 'reveal') return null;
  const share = counted.length > 0 ? ready / counted.length : 0;
  if (now.phase === 'writing' && isOnPads(stage)) {
    const { sketches } = stage;
    if (!sketches || sketches.stepId !== now.stepId) return { text: readyText, rest: '', share };
    const { handedIn, of } = sketches;
    const isIn = of - (sketches.missing?.length ?? of);
    return {
      ...{ text: m.pad_are_in({ count: handedIn, of }), rest: readyText },
      share: of > 0 ? isIn / of : 0,
    };
  }
  if (now.phase === 'writing') {
    const { fewestNotes = 0 } = exercise ?? {};
    return {
      ...{ text: m.room_notes_written({ count: now.pileTotal }), rest: readyText, share },
      ...(now.pileTotal < fewestNotes && { warning: m.room_few_notes({ count: fewestNotes }) }),
    };
  }
  return counted.length > 0 ? { text: readyText, rest: '', share } : null;
}
