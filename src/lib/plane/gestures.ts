/**
 * Pointers on a plane, as one small machine: a press becomes a tap, a drag of what was pressed, a
 * marquee or a pan; a finger that stays down before it moves draws a marquee, and one that never
 * moves asks for the menu; a second finger gives a held thing back and starts a pinch; a cancelled
 * pointer ends everything as if it had not begun. It knows elements only by what the plane told it
 * was pressed.
 */
import type { Pressed } from './plane-port';
import { pinch, type Point, type Viewport } from './viewport';

export type GestureHost = {
  view: Viewport;
  /** Whether what was pressed may be dragged now. */
  mayDrag(pressed: Pressed): boolean;
  /** Whether a marquee may be drawn now; else such a drag pans. */
  mayMarquee(): boolean;
  tapped(pressed: Pressed, how: { shift: boolean; touch: boolean; at: Point }): void;
  dragBegan(pressed: Pressed): void;
  /** `by` in screen pixels since the press; `at` on the screen. */
  dragged(by: Point, at: Point, how: { shift: boolean }): void;
  /** Ends a drag: written where it is, or given back. */
  dragEnded(how: 'dropped' | 'given-back'): void;
  /** From the press to where the pointer is, on the screen. */
  marqueeBegan(how: { shift: boolean }): void;
  marquee(from: Point, to: Point): void;
  marqueeEnded(how: 'kept' | 'given-back'): void;
  /** A finger stayed where it was: felt at once, the menu comes when it is lifted. */
  held(pressed: Pressed, at: Point): void;
  /** Whatever a finger was held for has begun, or is off. */
  released(): void;
  menu(pressed: Pressed, at: Point): void;
  panned(by: Point): void;
  panning(on: boolean): void;
};

/** A press that moves less than this is a tap; fingers tremble more. */
const SLACK_PX = { mouse: 4, touch: 9 } as const;

type State =
  | { kind: 'idle' }
  | {
      kind: 'pressing';
      pointer: number;
      pressed: Pressed;
      from: Point;
      touch: boolean;
      toPan: boolean;
      held: boolean;
    }
  | { kind: 'dragging'; pointer: number; from: Point }
  | { kind: 'marquee'; pointer: number; from: Point }
  | { kind: 'panning'; pointer: number; last: Point }
  | { kind: 'pinching'; last: { middle: Point; distance: number } };

export type PointerNews = { pointer: number; at: Point; shift: boolean };

export class Gestures {
  readonly #host: GestureHost;
  readonly #down = new Map<number, Point>();
  #state: State = { kind: 'idle' };

  constructor(host: GestureHost) {
    this.#host = host;
  }

  /** Whether a pointer holds the plane: its further moves belong to the plane alone. */
  get holding(): boolean {
    return (
      this.#state.kind === 'dragging' ||
      this.#state.kind === 'marquee' ||
      this.#state.kind === 'panning' ||
      this.#state.kind === 'pinching'
    );
  }

  /** @param news `toPan`: whatever was pressed, a drag moves the view, as with the hand or the middle button. */
  down(news: PointerNews & { pressed: Pressed; touch: boolean; toPan: boolean }): void {
    this.#down.set(news.pointer, news.at);
    if (this.#down.size === 2) {
      this.#end('given-back');
      this.#state = { kind: 'pinching', last: this.#fingers() };
      this.#host.panning(true);
    } else if (this.#down.size === 1) {
      const { pointer, pressed, touch, toPan, at } = news;
      this.#state = { kind: 'pressing', pointer, pressed, touch, toPan, from: at, held: false };
    }
  }

  /** The finger has been down for a while without moving. */
  hold(pointer: number): void {
    const state = this.#state;
    if (state.kind !== 'pressing' || state.pointer !== pointer || !state.touch) return;
    state.held = true;
    this.#host.held(state.pressed, state.from);
  }

  move(news: PointerNews): void {
    if (!this.#down.has(news.pointer)) return;
    this.#down.set(news.pointer, news.at);
    const state = this.#state;
    if (state.kind === 'pinching') {
      const now = this.#fingers();
      this.#host.view = pinch(this.#host.view, state.last, now);
      state.last = now;
    } else if ('pointer' in state && state.pointer === news.pointer) {
      if (state.kind === 'pressing') this.#leavePress(state, news);
      else if (state.kind === 'panning') {
        this.#host.panned({ x: news.at.x - state.last.x, y: news.at.y - state.last.y });
        state.last = news.at;
      } else if (state.kind === 'marquee') this.#host.marquee(state.from, news.at);
      else this.#drag(state.from, news);
    }
  }

  up(news: PointerNews): void {
    if (!this.#down.delete(news.pointer)) return;
    const state = this.#state;
    if (state.kind === 'pinching') this.#end('given-back');
    else if ('pointer' in state && state.pointer === news.pointer) {
      if (state.kind === 'pressing' && state.held) this.#host.menu(state.pressed, news.at);
      else if (state.kind === 'pressing' && !state.toPan) {
        const { pressed, touch } = state;
        this.#host.tapped(pressed, { shift: news.shift, touch, at: news.at });
      }
      this.#end('dropped');
    }
  }

  /** The system took the pointer, or the person pressed Escape: nothing happened. */
  cancel(pointer?: number): void {
    if (pointer === undefined) this.#down.clear();
    else if (!this.#down.delete(pointer)) return;
    this.#end('given-back');
  }

  #leavePress(state: Extract<State, { kind: 'pressing' }>, news: PointerNews): void {
    const far = Math.hypot(news.at.x - state.from.x, news.at.y - state.from.y);
    if (far < SLACK_PX[state.touch ? 'touch' : 'mouse']) return;
    if (state.held) this.#host.released();
    if (state.pressed.kind !== 'ground' && !state.toPan && this.#host.mayDrag(state.pressed)) {
      this.#state = { kind: 'dragging', pointer: state.pointer, from: state.from };
      this.#host.dragBegan(state.pressed);
      this.#drag(state.from, news);
    } else if (!state.toPan && (state.held || !state.touch) && this.#host.mayMarquee()) {
      this.#state = { kind: 'marquee', pointer: state.pointer, from: state.from };
      this.#host.marqueeBegan({ shift: news.shift });
      this.#host.marquee(state.from, news.at);
    } else {
      this.#state = { kind: 'panning', pointer: state.pointer, last: news.at };
      this.#host.panning(true);
      this.#host.panned({ x: news.at.x - state.from.x, y: news.at.y - state.from.y });
    }
  }

  #drag(from: Point, news: PointerNews): void {
    this.#host.dragged({ x: news.at.x - from.x, y: news.at.y - from.y }, news.at, {
      shift: news.shift,
    });
  }

  #end(how: 'dropped' | 'given-back'): void {
    const state = this.#state;
    const { kind } = state;
    this.#state = { kind: 'idle' };
    if (state.kind === 'pressing' && state.held) this.#host.released();
    if (kind === 'dragging') this.#host.dragEnded(how);
    if (kind === 'marquee') this.#host.marqueeEnded(how === 'dropped' ? 'kept' : 'given-back');
    if (kind === 'panning' || kind === 'pinching') this.#host.panning(false);
  }

  #fingers(): { middle: Point; distance: number } {
    const [a, b] = [...this.#down.values()] as [Point, Point];
    return {
      middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
      distance: Math.hypot(a.x - b.x, a.y - b.y),
    };
  }
}
