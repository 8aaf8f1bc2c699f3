import { beforeEach, describe, expect, it } from 'vitest';
import { Gestures, type GestureHost } from './gestures';
import type { Pressed } from './plane-port';
import type { Point, Viewport } from './viewport';

const thing: Pressed = { kind: 'thing', id: 'a' };
const ground: Pressed = { kind: 'ground' };

class Board implements GestureHost {
  view: Viewport = { x: 0, y: 0, scale: 1 };
  draggable = true;
  marquees = false;
  told: string[] = [];
  mayDrag = () => this.draggable;
  tapped = (pressed: Pressed) => void this.told.push(`tap ${pressed.kind}`);
  dragBegan = () => void this.told.push('drag');
  dragged = (by: Point) => void this.told.push(`by ${by.x},${by.y}`);
  dragEnded = (how: string) => void this.told.push(how);
  mayMarquee = () => this.marquees;
  marqueeBegan = () => void this.told.push('marquee');
  marquee = (from: Point, to: Point) => void this.told.push(`from ${from.x} to ${to.x}`);
  marqueeEnded = (how: string) => void this.told.push(how);
  held = (pressed: Pressed) => void this.told.push(`held ${pressed.kind}`);
  released = () => void this.told.push('released');
  menu = (pressed: Pressed) => void this.told.push(`menu ${pressed.kind}`);
  panned = (by: Point) => void this.told.push(`pan ${by.x},${by.y}`);
  panning = () => undefined;
}

let board: Board;
let gestures: Gestures;
beforeEach(() => {
  board = new Board();
  gestures = new Gestures(board);
});

const at = (pointer: number, x: number, y = 0) => ({ pointer, at: { x, y }, shift: false });
const press = (pressed: Pressed, x = 0, more = {}) =>
  gestures.down({ ...at(1, x), pressed, touch: false, toPan: false, ...more });

describe('gestures', () => {
  it('a press that hardly moves is a tap', () => {
    press(thing);
    gestures.move(at(1, 2));
    gestures.up(at(1, 2));
    expect(board.told).toEqual(['tap thing']);
  });

  it('a note is dragged by how far the pointer went, and dropped on release', () => {
    press(thing);
    gestures.move(at(1, 10));
    gestures.move(at(1, 30));
    gestures.up(at(1, 30));
    expect(board.told).toEqual(['drag', 'by 10,0', 'by 30,0', 'dropped']);
  });

  it('the empty wall pans, and so does a note that may not be moved', () => {
    press(ground);
    gestures.move(at(1, 10));
    gestures.move(at(1, 15));
    gestures.up(at(1, 15));
    board.draggable = false;
    press(thing);
    gestures.move(at(1, 20));
    gestures.up(at(1, 20));
    expect(board.told).toEqual(['pan 10,0', 'pan 5,0', 'pan 20,0']);
  });

  it('with space or the middle button a note under the pointer stays where it is', () => {
    press(thing, 0, { toPan: true });
    gestures.move(at(1, 10));
    gestures.up(at(1, 10));
    expect(board.told).toEqual(['pan 10,0']);
  });

  it('a second finger gives the held note back and starts the pinch', () => {
    press(thing, 100, { touch: true });
    gestures.move(at(1, 120));
    gestures.down({ ...at(2, 220), pressed: ground, touch: true, toPan: false });
    gestures.move(at(2, 320));
    expect(board.told).toEqual(['drag', 'by 20,0', 'given-back']);
    expect(board.view.scale).toBe(2);
    gestures.up(at(2, 320));
    gestures.move(at(1, 0));
    gestures.up(at(1, 0));
    expect(board.told).toHaveLength(3);
  });

  it('a cancelled pointer leaves the note where it was', () => {
    press(thing);
    gestures.move(at(1, 50));
    gestures.cancel(1);
    gestures.up(at(1, 50));
    expect(board.told.at(-1)).toBe('given-back');
    expect(gestures.holding).toBe(false);
  });

  it('a drag on the empty wall draws a marquee, which Escape takes back', () => {
    board.marquees = true;
    press(ground);
    gestures.move(at(1, 10));
    gestures.move(at(1, 25));
    gestures.up(at(1, 25));
    press(ground);
    gestures.move(at(1, 10));
    gestures.cancel();
    expect(board.told).toEqual([
      'marquee',
      'from 0 to 10',
      'from 0 to 25',
      'kept',
      'marquee',
      'from 0 to 10',
      'given-back',
    ]);
  });

  it('one finger pans; a finger that waits first draws a marquee', () => {
    board.marquees = true;
    press(ground, 0, { touch: true });
    gestures.move(at(1, 20));
    gestures.up(at(1, 20));
    press(ground, 0, { touch: true });
    gestures.hold(1);
    gestures.move(at(1, 20));
    gestures.up(at(1, 20));
    expect(board.told).toEqual([
      'pan 20,0',
      'held ground',
      'released',
      'marquee',
      'from 0 to 20',
      'kept',
    ]);
  });

  it('a finger that waits and is lifted asks for the menu, and does not tap', () => {
    press(thing, 0, { touch: true });
    gestures.hold(1);
    gestures.up(at(1, 3));
    expect(board.told).toEqual(['held thing', 'menu thing', 'released']);
  });

  it('a mouse never holds: its menu has a button of its own', () => {
    press(thing);
    gestures.hold(1);
    gestures.up(at(1, 0));
    expect(board.told).toEqual(['tap thing']);
  });
});
