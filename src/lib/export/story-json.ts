/** A storyboard as data for other programs; its shape is told in `board-json.ts`. Pure. */
import { toBase64 } from 'lib0/buffer';
import type { PlainPoint, PlainStoryboard } from '#document/kinds/storyboard/plain';

export function storyJson({ panels, loose }: PlainStoryboard) {
  return {
    panels: panels.map(({ id, title, caption, source, strokes, clips, points }) => ({
      ...{ id, title: title.trim(), caption: caption.trim(), source },
      strokes: strokes.map(({ ink }) => toBase64(ink)),
      clips: clips.map(({ exhibit, number, part, crop, at, width, turn }) => ({
        ...{ exhibit, number, part: part + 1, crop, at, width, turn },
      })),
      points: points.map(pointJson),
    })),
    points: loose.map(pointJson),
  };
}

function pointJson({ text, answer, answeredBy }: PlainPoint) {
  return { text: text.trim(), answer: answer || null, answeredBy: answeredBy || null };
}
