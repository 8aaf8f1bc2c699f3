/**
 * From pointer events on one frame to strokes: pen, finger or mouse, every coalesced point, one stroke at
 * a time. A stroke ends in the frame in which it began, whatever happens to that frame meanwhile, and
 * one that the browser takes away keeps what was drawn. Knows no document: it tells what was drawn.
 */
import type { RawPoint } from '#document/ink/simplify';

export type PenHost = {
  /** Asked when a stroke would begin here. */
  mayBegin(): boolean;
  /** Once a pen was seen, a finger or a palm draws no more. */
  penSeen(): boolean;
  tellPen(): void;
  /** With everything so far, in thousandths of the frame's width. */
  onMove(points: readonly RawPoint[]): void;
  onEnd(points: readonly RawPoint[]): void;
};

type Pointed = Pick<PointerEvent, 'clientX' | 'clientY' | 'pressure' | 'pointerType'>;
type Frame = Pick<DOMRect, 'left' | 'top' | 'width'>;

/** @returns what ends it; a stroke that is being drawn is told as ended. */
export function penInput(element: HTMLElement, host: PenHost): () => void {
  let drawn: { id: number; type: string; points: RawPoint[] } | null = null;
  let frame: Frame = { left: 0, top: 0, width: 1 };
  const fingers = new Set<number>();

  const end = (): void => {
    const points = drawn?.points;
    drawn = null;
    if (points) host.onEnd(points);
  };

  const begin = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') fingers.add(event.pointerId);
    // A pen at work is never disturbed by the hand that holds it.
    if (drawn?.type === 'pen') return;
    // A second finger is a hand that moves the paper: what the first began is no stroke.
    if (drawn?.type === 'touch' && fingers.size > 1) {
      drawn = null;
      host.onMove([]);
      return;
    }
    if (event.pointerType === 'pen') host.tellPen();
    if (event.pointerType === 'touch' && (host.penSeen() || fingers.size > 1)) return;
    if (drawn || event.button !== 0 || !host.mayBegin()) return;
    event.preventDefault();
    frame = element.getBoundingClientRect();
    drawn = { id: event.pointerId, type: event.pointerType, points: [pointOf(event, frame)] };
    try {
      element.setPointerCapture(event.pointerId);
    } catch {
      // Gone already: its end is told all the same.
    }
    host.onMove(drawn.points);
  };

  const move = (event: PointerEvent): void => {
    if (drawn?.id !== event.pointerId) return;
    const told = event.getCoalescedEvents?.() ?? [];
    for (const one of told.length > 0 ? told : [event]) drawn.points.push(pointOf(one, frame));
    host.onMove(drawn.points);
  };

  const lift = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (drawn?.id === event.pointerId) end();
  };

  element.addEventListener('pointerdown', begin);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', lift);
  element.addEventListener('pointercancel', lift);
  element.addEventListener('lostpointercapture', lift);
  return () => {
    end();
    element.removeEventListener('pointerdown', begin);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', lift);
    element.removeEventListener('pointercancel', lift);
    element.removeEventListener('lostpointercapture', lift);
  };
}

/** A mouse, and most fingers, always tell the same half: that is no pressure. */
function pointOf({ clientX, clientY, pressure, pointerType }: Pointed, frame: Frame): RawPoint {
  const scale = 1_000 / Math.max(1, frame.width);
  return {
    x: (clientX - frame.left) * scale,
    y: (clientY - frame.top) * scale,
    pressure: pointerType === 'pen' ? pressure : null,
  };
}
