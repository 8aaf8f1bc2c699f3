/**
 * The colours of the tokens as #rrggbb, read from the page itself: light always, because paper and
 * other programs know no dark wall. Leaves nothing behind in the page.
 */
import { paperColors } from '#document/schema';
import type { Day } from '#domain/sprint/days';
import type { Palette } from './wall-look';
import '$lib/styles/paper.css';

export function readPalette(day: Day): Palette {
  const host = document.createElement('div');
  host.dataset['theme'] = 'light';
  host.dataset['day'] = String(day);
  host.hidden = true;
  document.body.append(host);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const color = (value: string, paper = ''): string => {
    const probe = document.createElement('i');
    probe.className = paper;
    probe.style.color = value;
    host.append(probe);
    return hex(getComputedStyle(probe).color, context);
  };
  try {
    return {
      wall: color('var(--wall)'),
      ink: color('var(--ink)'),
      paperInk: color('var(--paper-ink)'),
      paperInkSoft: color('var(--paper-ink-soft)'),
      groupLine: color('color-mix(in oklab, var(--day) 65%, var(--wall))'),
      groupFill: color('color-mix(in oklab, var(--day-wash) 72%, var(--wall))'),
      dot: color('var(--day-paper)'),
      onDot: color('var(--paper-white)'),
      papers: Object.fromEntries(
        paperColors.map((name) => [
          name,
          {
            paper: color('var(--paper)', name),
            edge: color('var(--paper-edge)', name),
            edgeDeep: color('var(--paper-edge-deep)', name),
          },
        ]),
      ) as Palette['papers'],
    };
  } finally {
    host.remove();
  }
}

/** Any colour that the browser can draw, as every program reads it. */
function hex(color: string, context: CanvasRenderingContext2D | null): string {
  if (!context) return '#000000';
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
