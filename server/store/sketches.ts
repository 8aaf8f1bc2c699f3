/**
 * Sketches as they are kept between handing in and hanging, and how they are made fit to hang: with one
 * default pen, and with pictures of their own that tell neither owner nor time. Called by the commands.
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { AnyEncodable } from 'lib0/encoding';
import { decodeStroke, encodeStroke } from '#document/ink/stroke-bytes';
import type { Exhibit, ExhibitPanel } from '#document/kinds/gallery/records';
import type { Sketch } from '#document/kinds/pad/sketch-of';
import type { SketchSource } from '#domain/sketches/sketch-source';
import type { Transaction } from '#server/db/database';
import { pictures } from '#server/db/board-tables';
import { sketches } from '#server/db/sketch-tables';

/** Of one that was handed in before it could be said, nothing is known of what it answers. */
type KeptSketch = Sketch & { readonly source?: SketchSource | null };

export function sketchBytes(sketch: KeptSketch): Uint8Array {
  return encoding.encode((encoder) =>
    encoding.writeAny(encoder, sketch as unknown as AnyEncodable),
  );
}

function sketchOfBytes(bytes: Uint8Array): KeptSketch {
  return decoding.readAny(decoding.createDecoder(bytes)) as KeptSketch;
}

/**
 * @param content as `sketchBytes` made it.
 * @returns the exhibit; a picture of its own is made for each that is on it, and one that is gone is left out.
 */
export async function exhibitOf(
  tx: Transaction,
  content: Uint8Array,
  {
    sprintId,
    newId,
    now,
    ...hung
  }: { id: string; number: number; sprintId: string; newId: () => string; now: Date },
): Promise<Exhibit> {
  const { title, panels, source = null } = sketchOfBytes(content);
  const hanging: ExhibitPanel[] = [];
  for (const { strokes, words, description, texts, picture } of panels) {
    const copied = picture && (await copyPicture(tx, picture.id, { sprintId, newId, now }));
    hanging.push({
      strokes: strokes.flatMap((ink) => plainStroke(ink) ?? []),
      ...{ words, description, texts: texts.map(({ at, color, text }) => ({ at, color, text })) },
      picture: picture && copied ? { ...picture, id: copied } : null,
    });
  }
  return { ...hung, title, panels: hanging, source };
}

/** Where it goes and in which colour, and nothing of the hand or the pen: a marker stays broad. */
function plainStroke(ink: Uint8Array): Uint8Array | undefined {
  const stroke = decodeStroke(ink);
  if (!stroke) return undefined;
  const width = stroke.tool === 'marker' ? 'thick' : 'thin';
  return encodeStroke({ ...stroke, width, pressures: null });
}

async function copyPicture(
  tx: Transaction,
  pictureId: string,
  { sprintId, newId, now }: { sprintId: string; newId: () => string; now: Date },
): Promise<string | undefined> {
  const [picture] = await tx
    .select()
    .from(pictures)
    .where(and(eq(pictures.id, pictureId), eq(pictures.sprintId, sprintId)));
  if (!picture) return undefined;
  const id = newId();
  await tx
    .insert(pictures)
    .values({ ...picture, id, memberId: null, isOwn: false, createdAt: now });
  return id;
}

/**
 * @param own the one that is about to take the place of what its maker handed in before: it does not count.
 * @returns what the other sketches of the sprint weigh together, in bytes.
 */
export async function weightBeside(
  tx: Transaction,
  sprintId: string,
  own: { memberId: string; stepId: string; place: number },
): Promise<number> {
  const isOwn = and(
    eq(sketches.memberId, own.memberId),
    eq(sketches.stepId, own.stepId),
    eq(sketches.place, own.place),
  );
  const [row] = await tx
    .select({ bytes: sql<string>`coalesce(sum(octet_length(${sketches.content})), 0)` })
    .from(sketches)
    // Of a sketch whose maker is unknown by now the comparison says nothing, and it counts.
    .where(and(eq(sketches.sprintId, sprintId), sql`(${isOwn}) is not true`));
  return Number(row?.bytes ?? 0);
}

/** Whose pictures these are: a sketch takes its maker's own along and nobody else's. */
export async function ownPictures(
  tx: Transaction,
  ids: readonly string[],
  memberId: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(inArray(pictures.id, [...ids]), eq(pictures.memberId, memberId)));
  return new Set(rows.map(({ id }) => id));
}
