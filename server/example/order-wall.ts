/**
 * Stand-ins while the wall is ordered: one move at a time, with a hand that is seen to carry the note.
 * What a visitor holds or has touched stays theirs; a note that is taken up meanwhile is let go.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Y from 'yjs';
import { shiftNotes } from '#document/boards/arrange';
import { labelGroup, makeGroup, placeInGroup, stackOn } from '#document/boards/wall';
import type { Box } from '#document/layout';
import { makeRoom } from '#document/make-room';
import { server } from '#document/origins';
import { plainWall, type PlainWall } from '#document/plain';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, type Place } from '#document/schema';
import { writes } from '#domain/sprint/roles';
import { hideHands, showHand } from '#server/example/hands';
import {
  between,
  isReady,
  oneOf,
  sayReady,
  type Moment,
  type Pause,
  type StandIn,
} from '#server/example/moment';
import { boundsOf, GROUP_ID_PREFIX } from '#server/example/group-cell';
import { nextMove, type Move } from '#server/example/next-move';
import { changeAs } from '#server/example/room-guard';
import type { RoomRow } from '#server/stage/authority';

/** Further than a note is ever pushed. */
const FAR = 4_000;
/** First everybody reads. */
const READS_MS = 6_000;
/** When there was nothing left to order for so long, they are ready. */
const LINGERS_MS = 30_000;

export async function orderWall(moment: Moment): Promise<Pause> {
  const { authority, step, story, chance, parts } = moment;
  if (moment.watchedMs < READS_MS) return READS_MS - moment.watchedMs;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  const writers = moment.standIns.filter((one) => writes(one.member));
  const standIn = oneOf(writers, chance);
  if (!room || !standIn) return null;
  const wall = await parts.rooms.read(room.id, plainWall);
  noticeTouches(moment, wall);
  const hands = new Set([...moment.touched, ...parts.rooms.heldIn(room.id)]);
  const move = nextMove({ wall, story, hands, chance });
  if (!move) {
    hideHands(parts.rooms, room.id, moment.standIns);
    const waiting = writers.find((one) => !isReady(moment, one));
    if (!waiting || moment.watchedMs < LINGERS_MS) return null;
    await sayReady(moment, waiting);
    return between(2_000, 5_000, chance);
  }
  if (!(await carry(moment, { standIn, room, wall, move }))) return between(800, 1_600, chance);
  const moved: string[] = [];
  await changeAs(moment, standIn, room, (doc) => {
    if (!isStillSo(plainWall(doc), wall, move)) return;
    const over = write(doc, move, parts.random.newId);
    const held = new Set([...hands, ...parts.rooms.heldIn(room.id)]);
    moved.push(...themselves(move), ...(over ? stepAside(doc, over, held) : []));
  });
  // Their own moves are no touches.
  noteSeen(moment, await parts.rooms.read(room.id, plainWall), moved);
  return between(700, 2_000, chance);
}

/** @returns the group that was begun or that grew. */
function write(doc: Y.Doc, move: Move, newId: () => string): string | null {
  if (move.kind === 'label') labelGroup(doc, move.groupId, move.label, server);
  if (move.kind === 'stack') stackOn(doc, [move.noteId], move.onto, server);
  if (move.kind === 'place') placeInGroup(doc, [move.noteId], { groupId: move.groupId }, server);
  if (move.kind === 'place') return move.groupId;
  if (move.kind !== 'found') return null;
  const id = `${GROUP_ID_PREFIX}${newId()}`;
  makeGroup(doc, { id, at: move.at, noteIds: [move.noteId] }, server);
  return id;
}

/** Loose notes under a group go to the nearest free place; what a person has a hand on stays. */
function stepAside(doc: Y.Doc, groupId: string, hands: ReadonlySet<string>): string[] {
  const wall = plainWall(doc);
  const { notes, groups } = wall;
  const over = groups.find(({ id }) => id === groupId)?.box;
  if (!over) return [];
  const standing = notes
    .filter(({ id, top, group }) => top === id && group === null)
    .map(({ id, place, beneath, locked }) => {
      const isKept = locked === true || [id, ...beneath].some((one) => hands.has(one));
      return { id, isKept, box: { ...place, w: NOTE_WIDTH, h: NOTE_HEIGHT } };
    });
  const moved = makeRoom(over, {
    loose: standing.filter(({ isKept }) => !isKept),
    fixed: [
      ...groups.flatMap(({ id, box }) => (id === groupId ? [] : [box])),
      ...standing.filter(({ isKept }) => isKept).map(({ box }) => box),
      ...besideOf(boundsOf(wall)),
    ],
    gap: 2 * NOTE_GAP,
  });
  const shifts = [...moved].map(([id, { x, y }]) => ({ id, at: [x, y] as const }));
  shiftNotes(doc, shifts, server);
  return shifts.map(({ id }) => id);
}

/** Whether what the move was thought up for lies as it lay then. */
function isStillSo(now: PlainWall, then: PlainWall, move: Move): boolean {
  if (move.kind === 'label') {
    return now.groups.some(({ id, label }) => id === move.groupId && label.trim() === '');
  }
  const at = (wall: PlainWall) => shapes(wall).get(move.noteId);
  return at(now) !== undefined && at(now) === at(then);
}

/** Carries the note before everybody's eyes. @returns false when somebody took it meanwhile. */
async function carry(
  moment: Moment,
  given: { standIn: StandIn; room: RoomRow; wall: PlainWall; move: Move },
): Promise<boolean> {
  const { standIn, room, wall, move } = given;
  if (move.kind === 'label') return true;
  const note = wall.notes.find(({ id }) => id === move.noteId);
  const to = placeOf(move, wall);
  if (!note || !to) return true;
  const { rooms } = moment.parts;
  return showHand(moment, {
    ...{ rooms, roomId: room.id, member: standIn.member, noteId: move.noteId },
    ...{ from: [note.place.x, note.place.y], to },
    sleep: (ms) => sleep(ms, undefined, { ref: false }),
  });
}

function placeOf(move: Exclude<Move, { kind: 'label' }>, wall: PlainWall): Place | null {
  if (move.kind === 'found') return move.at;
  if (move.kind === 'place') {
    const group = wall.groups.find(({ id }) => id === move.groupId);
    return group ? [group.box.x + group.box.w / 2 - 80, group.box.y + group.box.h - 180] : null;
  }
  const onto = wall.notes.find(({ id }) => id === move.onto);
  return onto ? [onto.place.x, onto.place.y] : null;
}

/** Where each note is, in a few words: another word means that somebody moved it. */
function shapes(wall: PlainWall): Map<string, string> {
  return new Map(
    wall.notes.map(({ id, group, top, at }) => [id, `${group} ${top} ${at[0]},${at[1]}`]),
  );
}

function noticeTouches({ touched, lastSeen }: Moment, wall: PlainWall): void {
  const now = shapes(wall);
  if (lastSeen.size > 0) {
    for (const [id, shape] of now) if (lastSeen.get(id) !== shape) touched.add(id);
  }
  lastSeen.clear();
  for (const [id, shape] of now) lastSeen.set(id, shape);
}

/** What lies left and right of the field, where a note would go out of view. */
function besideOf({ x, y, w, h }: Box): Box[] {
  const tall = { y: y - FAR, h: h + 2 * FAR, w: FAR };
  return [
    { ...tall, x: x - FAR - 2 * NOTE_GAP },
    { ...tall, x: x + w + 2 * NOTE_GAP },
  ];
}

function themselves(move: Move): string[] {
  return move.kind === 'label' ? [] : [move.noteId];
}

/** Takes over how the move left these notes; what others did in that while stays to be noticed. */
function noteSeen({ lastSeen }: Moment, wall: PlainWall, moved: readonly string[]): void {
  const now = shapes(wall);
  for (const id of moved) {
    const shape = now.get(id);
    if (shape !== undefined) lastSeen.set(id, shape);
  }
}
