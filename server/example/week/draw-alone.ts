/**
 * Stand-ins on their own pads: notes and ideas line by line, a figure in each fold, a sketch of three panels
 * that is handed in. Each turn adds one thing to one pad; what is still to do follows from the pad.
 */
import type * as Y from 'yjs';
import { addStroke, editWords } from '#document/kinds/pad/operations';
import { frameIn, plainPad, wordsIn, type PlainPad } from '#document/kinds/pad/plain';
import { FOLDS, frameOf, frameOfStep, type WordRole } from '#document/kinds/pad/records';
import { server } from '#document/origins';
import { writes } from '#domain/sprint/roles';
import {
  between,
  command,
  isReady,
  oneOf,
  sayReady,
  type Moment,
  type Pause,
  type StandIn,
} from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';
import { strokesOf, type Figure } from '#server/example/week/drawing';
import { makerOf, placeOf, styleOf } from '#server/example/week/maker';
import { foldDrawings, sketchDrawings } from '#server/example/week/story';
import { privateRoomOf } from '#server/stage/authority';

/** One thing that lies on a frame when it is done. */
type Piece =
  | { readonly frame: string; readonly role: WordRole; readonly text: string }
  | { readonly frame: string; readonly strokes: readonly Uint8Array[]; readonly after: number };

export async function drawAlone(moment: Moment): Promise<Pause> {
  const { authority, chance, step, parts } = moment;
  const makers = moment.standIns.filter((one) => writes(one.member) && !isReady(moment, one));
  const maker = oneOf(makers, chance);
  const room = maker && privateRoomOf(authority, maker.member.id, 'pad');
  if (!maker || !room) return null;
  const pad = await parts.rooms.read(room.id, (doc) => plainPad(doc));
  const next = piecesOf(moment, maker).find((piece) => !lies(pad, piece));
  if (next) {
    await changeAs(moment, maker, room, (doc) => lay(moment, doc, next));
    return between(1_500, 5_000, chance);
  }
  if (step.exercise === 'oplossingsschets' && !isIn(moment, maker)) {
    await command(moment, maker, { kind: 'hand-in', stepId: step.id, place: 1 });
    return between(1_500, 4_000, chance);
  }
  await sayReady(moment, maker);
  return between(1_500, 4_000, chance);
}

function isIn({ authority, step }: Moment, { member }: StandIn): boolean {
  return authority.sketches.some((one) => one.memberId === member.id && one.stepId === step.id);
}

function piecesOf(moment: Moment, standIn: StandIn): Piece[] {
  const { id: stepId, exercise } = moment.step;
  const maker = makerOf(moment, standIn);
  const first = frameOf(stepId, 1);
  if (exercise === 'notities') return [words(first, 'words', maker.notes.join('\n'))];
  if (exercise === 'ideeen') return [words(first, 'words', maker.ideas.join('\n'))];
  const draw = (frame: string, figures: readonly Figure[]) =>
    drawn(moment, standIn, frame, figures);
  if (exercise === 'crazy-8s') {
    return foldDrawings
      .slice(0, FOLDS)
      .flatMap((figure, at) => draw(frameOf(stepId, at + 1), [figure]));
  }
  const drawings = sketchDrawings[placeOf(moment, standIn)] ?? [];
  return [
    words(frameOfStep(stepId), 'title', maker.sketch.title),
    ...maker.sketch.panels.flatMap(([text, description], at) => {
      const frame = frameOf(stepId, at + 1);
      return [
        ...draw(frame, drawings[at] ?? []),
        words(frame, 'words', text),
        words(frame, 'description', description),
      ];
    }),
  ];
}

function words(frame: string, role: WordRole, text: string): Piece {
  return { frame, role, text };
}

/** A figure is one piece, so that others who look on later see it grow thing by thing. */
function drawn(
  moment: Moment,
  standIn: StandIn,
  frame: string,
  figures: readonly Figure[],
): Piece[] {
  let after = 0;
  return figures.map((figure): Piece => {
    const strokes = strokesOf(figure, styleOf(moment, standIn));
    after += strokes.length;
    return { frame, strokes, after };
  });
}

function lies(pad: PlainPad, piece: Piece): boolean {
  if ('role' in piece) return wordsIn(pad, piece.frame, piece.role) !== '';
  return frameIn(pad, piece.frame).strokes.length >= piece.after;
}

function lay({ parts }: Moment, doc: Y.Doc, piece: Piece): void {
  const { newId } = parts.random;
  const { frame } = piece;
  if ('role' in piece) {
    const { role, text } = piece;
    editWords(doc, { id: newId(), frame, role }, { before: '', after: text }, server);
    return;
  }
  for (const ink of piece.strokes) addStroke(doc, { id: newId(), frame, ink }, server);
}
