/**
 * A sketch is handed in as its maker's pad holds it now, and taken back until it hangs. The server reads
 * the pad itself: nothing of the sketch comes from a page. Handed in once more, it replaces what was in.
 */
import { and, eq } from 'drizzle-orm';
import { plainPad } from '#document/kinds/pad/plain';
import { isEmptySketch, sketchOf, type Sketch } from '#document/kinds/pad/sketch-of';
import { exerciseOf } from '#domain/exercises/registry';
import { RefusedError, refused } from '#domain/refusal';
import {
  mayHandIn,
  mayTakeBack,
  mayWeigh,
  sketchKey,
  type SketchPlace,
} from '#domain/sketches/handing-in';
import { isAnswerable } from '#domain/sketches/sketch-source';
import type { StepStatus } from '#domain/sprint/phases';
import type { Handler } from '#server/commands/command';
import { galleryOf, hangSketches, museumOf } from './museum';
import { boardRoomId } from '#server/commands/votes/rounds';
import { stepById } from '#server/commands/agenda/steps';
import { sketches } from '#server/db/sketch-tables';
import {
  privateRoomOf,
  type Authority,
  type Member,
  type SketchRow,
} from '#server/stage/authority';
import { answerableIn } from '#server/stage/stage-beside';
import { ownPictures, sketchBytes, weightBeside } from '#server/store/sketches';
import type { Transaction } from '#server/db/database';

export const handIn: Handler<'hand-in'> = {
  rooms({ authority, me }) {
    const pad = privateRoomOf(authority, me.id, 'pad');
    // A sketch that comes late is hung at once.
    const gallery = museumOf(authority) === 'hung' ? galleryOf(authority) : undefined;
    const hung = boardRoomId(authority, gallery?.id ?? null);
    return [pad?.id, hung].flatMap((roomId) => roomId ?? []);
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    if (!privateRoomOf(authority, me.id, 'pad')) return refused('sketch-empty');
    const before = sketchIn(authority, me, command);
    if (before?.exhibitId != null) return refused('sketch-hangs');
    const exercise = exerciseOf(step.exercise);
    const museum = museumOf(authority);
    const { source } = command;
    if (source && !isAnswerable(source, answerableIn(authority))) {
      return refused('field-invalid', { field: 'source' });
    }
    return mayHandIn({ exercise, status: step.status as StepStatus, member: me, museum });
  },
  // do
  async do(doing) {
    const { tx, authority, me, command, newId, doc } = doing;
    const { stepId, place, source = null } = command;
    const pad = privateRoomOf(authority, me.id, 'pad');
    const drawn = pad && sketchOf(plainPad(doc(pad.id)), sketchKey(stepId, place));
    if (!drawn || isEmptySketch(drawn)) throw new RefusedError('sketch-empty');
    const content = sketchBytes({ ...(await withOwnPictures(tx, drawn, me.id)), source });
    const own = { memberId: me.id, stepId, place };
    const others = await weightBeside(tx, authority.sprint.id, own);
    const ruling = mayWeigh({ bytes: content.byteLength, others });
    if (!ruling.allowed) throw new RefusedError(ruling.refusal.code);
    await tx
      .insert(sketches)
      .values({
        id: newId(),
        sprintId: authority.sprint.id,
        memberId: me.id,
        stepId,
        place,
        content,
      })
      .onConflictDoUpdate({
        target: [sketches.memberId, sketches.stepId, sketches.place],
        set: { content },
      });
    const gallery = galleryOf(authority);
    const roomId = boardRoomId(authority, gallery?.id ?? null);
    if (museumOf(authority) === 'hung' && gallery && roomId !== undefined) {
      await hangSketches(doing, { boardId: gallery.id, doc: doc(roomId) });
    }
    return null;
  },
};

export const takeBackSketch: Handler<'take-back-sketch'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const own = sketchIn(authority, me, command);
    return mayTakeBack({ isIn: own !== undefined, hangs: own?.exhibitId != null });
  },
  // do
  async do({ tx, me, command: { stepId, place } }) {
    await tx
      .delete(sketches)
      .where(
        and(eq(sketches.memberId, me.id), eq(sketches.stepId, stepId), eq(sketches.place, place)),
      );
    return null;
  },
};

function sketchIn(
  { sketches: all }: Authority,
  me: Member,
  { stepId, place }: { stepId: string; place: SketchPlace },
): SketchRow | undefined {
  return all.find((one) => one.memberId === me.id && one.stepId === stepId && one.place === place);
}

async function withOwnPictures(tx: Transaction, sketch: Sketch, memberId: string): Promise<Sketch> {
  const ids = sketch.panels.flatMap(({ picture }) => picture?.id ?? []);
  const own = await ownPictures(tx, ids, memberId);
  const panels = sketch.panels.map((panel) => {
    const isOwn = panel.picture !== null && own.has(panel.picture.id);
    return { ...panel, picture: isOwn ? panel.picture : null };
  });
  return { ...sketch, panels };
}
