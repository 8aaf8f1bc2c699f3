/**
 * Where things stand on a map, in pixels at 100 %: columns of equal width, a lane above the row for
 * each actor but the lowest, and a line of moods below. The story is read from left to right; nothing
 * is placed by hand, so nothing has to be tidied. Pure.
 */
import { HIGHEST_MOOD, LOWEST_MOOD, type Mood } from '#domain/map/mood';
import { laneOrder } from '#domain/map/lanes';
import type { PlainActor, PlainMap } from '#document/kinds/map/plain';

/** From the left edge of the actors to that of the first chapter. */
export const ACTORS_WIDTH = 168;
export const ACTOR_HEIGHT = 48;
/** From one actor to the next. */
export const LANE = 57;
export const CHAPTER_WIDTH = 128;
/** Between two chapters; the arrow from one to the next is drawn in it. */
export const GAP = 16;
export const COLUMN = CHAPTER_WIDTH + GAP;
/** Between the lowest lane and the row. */
export const LANES_FOOT = 22;
/** How a lane bends into its drop. */
const BEND = 24;
export const MOOD_HEIGHT = 128;
const MOOD_PADDING = 14;

export type ActorPlace = {
  readonly actor: PlainActor;
  /** Top of its card within the lanes; null for the one that stands beside the row. */
  readonly top: number | null;
};
export type DrawnArrow = {
  readonly id: string;
  readonly actorId: string;
  readonly chapterId: string;
  readonly words: string;
  /** Within the lanes, from the left edge of the first chapter's column. */
  readonly path: string;
  /** Where its words end, above the lane. */
  readonly wordsAt: { readonly x: number; readonly y: number };
};
export type MapLayout = {
  /** From top to bottom. */
  readonly actors: readonly ActorPlace[];
  readonly arrows: readonly DrawnArrow[];
  /** The arrow from the actor beside the row into the first chapter. */
  readonly opening: { readonly id: string; readonly words: string } | null;
  readonly lanesHeight: number;
};

export function layoutOf({ actors, chapters }: Pick<PlainMap, 'actors' | 'chapters'>): MapLayout {
  const place = new Map(chapters.map(({ id }, at) => [id, at]));
  const targets = actors.map((actor) => ({
    id: actor.id,
    chapters: actor.arrows.map(({ chapterId }) => place.get(chapterId) ?? 0),
  }));
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const ordered = laneOrder(targets).flatMap((id) => byId.get(id) ?? []);
  const last = ordered.length - 1;
  const lanesHeight = Math.max(0, last) * LANE + LANES_FOOT;
  const lowest = ordered[last];
  const first = chapters[0]?.id;
  const opening = lowest?.arrows.find(({ chapterId }) => chapterId === first) ?? null;
  const arrows = ordered.flatMap((actor, at) =>
    actor.arrows
      .filter((arrow) => arrow.id !== opening?.id)
      .map((arrow): DrawnArrow => {
        const y = at === last ? lanesHeight - LANES_FOOT / 2 : at * LANE + ACTOR_HEIGHT / 2;
        const x = (place.get(arrow.chapterId) ?? 0) * COLUMN + CHAPTER_WIDTH / 2;
        return { ...arrow, path: lanePath(x, y, lanesHeight), wordsAt: { x: x - BEND - 6, y } };
      }),
  );
  return {
    actors: ordered.map((actor, at) => ({ actor, top: at === last ? null : at * LANE })),
    arrows,
    opening: opening && { id: opening.id, words: opening.words },
    lanesHeight,
  };
}

/** Along the lane from beneath the actors, round the bend and down to the row, with its head. */
function lanePath(x: number, y: number, down: number): string {
  const bend = Math.min(BEND, down - y);
  const foot = down - 3;
  return [
    `M ${-GAP - 8} ${y} L ${x - bend} ${y} Q ${x} ${y} ${x} ${y + bend} L ${x} ${foot}`,
    `M ${x - 5} ${foot - 7} L ${x} ${foot} L ${x + 5} ${foot - 7}`,
  ].join(' ');
}

/** Middle of the bead of a mood, from the top of the line's own field. */
export function moodY(mood: Mood): number {
  const step = (MOOD_HEIGHT - 2 * MOOD_PADDING) / (HIGHEST_MOOD - LOWEST_MOOD);
  return MOOD_PADDING + (HIGHEST_MOOD - mood) * step;
}

/** The mood whose bead lies nearest to a height in that field. */
export function moodAt(y: number): Mood {
  const step = (MOOD_HEIGHT - 2 * MOOD_PADDING) / (HIGHEST_MOOD - LOWEST_MOOD);
  const mood = Math.round(HIGHEST_MOOD - (y - MOOD_PADDING) / step);
  return Math.max(LOWEST_MOOD, Math.min(HIGHEST_MOOD, mood)) as Mood;
}

/**
 * The line through the beads: it rises and falls between two of them without overshooting either
 * (monotone cubic interpolation with level tangents at the turns, after Fritsch and Carlson).
 */
export function moodPath(moods: readonly Mood[]): string {
  const points = moods.map((mood, at) => ({
    x: at * COLUMN + CHAPTER_WIDTH / 2,
    y: moodY(mood),
  }));
  const [start] = points;
  const end = points.at(-1);
  if (!start || !end) return '';
  const slope = (at: number): number => {
    const [before, here, after] = [points[at - 1], points[at], points[at + 1]];
    if (!before || !here || !after) return 0;
    const rise = [(here.y - before.y) / COLUMN, (after.y - here.y) / COLUMN] as const;
    if (rise[0] * rise[1] <= 0) return 0;
    return (2 * rise[0] * rise[1]) / (rise[0] + rise[1]);
  };
  const third = COLUMN / 3;
  const pieces = points.slice(1).map((to, at) => {
    const from = points[at] ?? to;
    const c1 = [from.x + third, from.y + slope(at) * third];
    const c2 = [to.x - third, to.y - slope(at + 1) * third];
    return `C ${c1.join(' ')} ${c2.join(' ')} ${to.x} ${to.y}`;
  });
  const lead = CHAPTER_WIDTH / 2;
  return `M ${start.x - lead} ${start.y} L ${start.x} ${start.y} ${pieces.join(' ')} L ${end.x + lead} ${end.y}`;
}
