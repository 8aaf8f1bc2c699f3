/** The fields of a map's records, declared: what the server lets in, and nothing else. */
import { limits } from '#domain/limits';
import { moods, NEUTRAL_MOOD } from '#domain/map/mood';
import { actorIcons, mapLimits, markKinds } from '#document/kinds/map/records';
import { choice, line, number, order, ref, text } from '#document/records/fields';
import { paperColors } from '#document/schema';

/** Round and candidate, each an id. */
const SOURCE_MOST = 129;

export const mapRecords = {
  outline: { ending: text(mapLimits.ending), peak: ref() },
  actors: { name: text(mapLimits.name), icon: choice(actorIcons, actorIcons[0]), order: order() },
  chapters: {
    title: text(mapLimits.title),
    feeling: text(mapLimits.feeling),
    mood: choice(moods, NEUTRAL_MOOD),
    order: order(),
  },
  arrows: { actor: ref(), chapter: ref(), words: text(mapLimits.words) },
  marks: {
    chapter: ref(),
    kind: choice(markKinds, markKinds[0]),
    text: text(mapLimits.mark),
    order: order(),
  },
  pins: {
    chapter: ref(),
    text: line(limits.note),
    color: choice(paperColors, 'yellow'),
    dots: number(),
    source: line(SOURCE_MOST),
    order: order(),
  },
  assignments: { chapter: ref(), member: ref(), name: line(limits.name) },
};
