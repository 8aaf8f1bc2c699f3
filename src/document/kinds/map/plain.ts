/**
 * A map as plain objects, in the order of the story: what the screen draws, the list reads and tests
 * compare. Equal documents give equal plains. Reading never throws; what does not fit its field reads
 * as that field's neutral value.
 */
import type * as Y from 'yjs';
import { moodOf, type Mood } from '#domain/map/mood';
import {
  actorIconOf,
  markKindOf,
  OUTLINE,
  type ActorIcon,
  type MarkKind,
} from '#document/kinds/map/records';
import { prose, stored, word, type Stored } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';
import { isPaperColor, type PaperColor } from '#document/schema';

export type PlainArrow = { id: string; actorId: string; chapterId: string; words: string };
export type PlainActor = {
  id: string;
  name: string;
  icon: ActorIcon;
  order: string;
  /** To chapters that are there, in the order of the story; at most one to each. */
  arrows: PlainArrow[];
};
export type PlainMark = { id: string; kind: MarkKind; text: string; order: string };
export type PlainPin = {
  id: string;
  text: string;
  color: PaperColor;
  dots: number;
  /** Where it came from: the candidate of a round, `<roundId>/<candidateId>`; empty when unknown. */
  source: string;
  order: string;
};
export type PlainAssignment = { id: string; memberId: string; name: string };
export type PlainChapter = {
  id: string;
  title: string;
  mood: Mood;
  /** Words at the bead of the mood line. */
  feeling: string;
  order: string;
  touchpoints: PlainMark[];
  pains: PlainMark[];
  gains: PlainMark[];
  pins: PlainPin[];
  assignments: PlainAssignment[];
};
export type PlainMap = {
  actors: PlainActor[];
  chapters: PlainChapter[];
  ending: string;
  /** The chapter that the team confirmed as its peak, while it is there. */
  peak: string | null;
};

export function plainMap(doc: Y.Doc): PlainMap {
  const marks = stored(doc, 'marks').map(readMark);
  const pins = stored(doc, 'pins').map(readPin);
  const assignments = stored(doc, 'assignments').map(readAssignment);
  const of = <T extends { chapterId: string }>(all: readonly T[], id: string): T[] =>
    all.filter(({ chapterId }) => chapterId === id);
  const chapters = stored(doc, 'chapters')
    .map(readChapter)
    .sort(byOrder)
    .map((chapter): PlainChapter => {
      const own = of(marks, chapter.id)
        .map(({ mark }) => mark)
        .sort(byOrder);
      return {
        ...chapter,
        touchpoints: own.filter(({ kind }) => kind === 'touchpoint'),
        pains: own.filter(({ kind }) => kind === 'pain'),
        gains: own.filter(({ kind }) => kind === 'gain'),
        pins: of(pins, chapter.id)
          .map(({ pin }) => pin)
          .sort(byOrder),
        assignments: eachMemberOnce(
          of(assignments, chapter.id).map(({ assignment }) => assignment),
        ),
      };
    });
  const places = new Map(chapters.map(({ id }, at) => [id, at]));
  const arrows = stored(doc, 'arrows').map(readArrow).sort(byId);
  const actors = stored(doc, 'actors')
    .map(readActor)
    .sort(byOrder)
    .map((actor): PlainActor => {
      const own = arrows.filter(
        ({ actorId, chapterId }) => actorId === actor.id && places.has(chapterId),
      );
      const first = own.filter(
        ({ chapterId }, at) => own.findIndex((one) => one.chapterId === chapterId) === at,
      );
      const place = ({ chapterId }: PlainArrow): number => places.get(chapterId) ?? 0;
      return { ...actor, arrows: first.sort((a, b) => place(a) - place(b)) };
    });
  const outline = stored(doc, 'outline').find(({ id }) => id === OUTLINE);
  const peak = outline?.get('peak');
  return {
    actors,
    chapters,
    ending: prose(outline?.get('ending')),
    peak: typeof peak === 'string' && places.has(peak) ? peak : null,
  };
}

/** Nothing was drawn, written or pinned yet. */
export function isEmptyMap({ actors, chapters, ending }: PlainMap): boolean {
  return actors.length === 0 && chapters.length === 0 && ending.trim() === '';
}

function readActor({ id, get }: Stored): Omit<PlainActor, 'arrows'> {
  return {
    id,
    name: prose(get('name')),
    icon: actorIconOf(get('icon')),
    order: word(get('order')),
  };
}

function readChapter({ id, get }: Stored) {
  return {
    id,
    title: prose(get('title')),
    mood: moodOf(get('mood')),
    feeling: prose(get('feeling')),
    order: word(get('order')),
  };
}

function readArrow({ id, get }: Stored): PlainArrow {
  return {
    id,
    actorId: word(get('actor')),
    chapterId: word(get('chapter')),
    words: prose(get('words')),
  };
}

function readMark({ id, get }: Stored): { chapterId: string; mark: PlainMark } {
  const mark = {
    id,
    kind: markKindOf(get('kind')),
    text: prose(get('text')),
    order: word(get('order')),
  };
  return { chapterId: word(get('chapter')), mark };
}

function readPin({ id, get }: Stored): { chapterId: string; pin: PlainPin } {
  const dots = get('dots');
  const pin = {
    id,
    text: word(get('text')),
    color: paper(get('color')),
    dots: typeof dots === 'number' && Number.isInteger(dots) && dots > 0 ? Math.min(dots, 999) : 0,
    source: word(get('source')),
    order: word(get('order')),
  };
  return { chapterId: word(get('chapter')), pin };
}

function readAssignment({ id, get }: Stored): { chapterId: string; assignment: PlainAssignment } {
  const assignment = { id, memberId: word(get('member')), name: word(get('name')) };
  return { chapterId: word(get('chapter')), assignment };
}

/** Two who put the same person on a part at once made two records; one is shown. */
function eachMemberOnce(assignments: PlainAssignment[]): PlainAssignment[] {
  const sorted = assignments.sort(byId);
  return sorted.filter(
    ({ memberId }, at) => sorted.findIndex((one) => one.memberId === memberId) === at,
  );
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function paper(value: unknown): PaperColor {
  return isPaperColor(value) ? value : 'yellow';
}
