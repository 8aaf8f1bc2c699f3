/**
 * The one pen of a storyboard: who holds it, who asked for it, and who may give it to whom. It goes on
 * by an act of a person, never by itself. Pure; the commands and the buttons ask it alike.
 */
import { allowed, refused, type Ruling } from '#domain/refusal';
import { writes, type Standing } from '#domain/sprint/roles';

export type Pen = {
  /** The artist; null while the pen lies there for who takes it. */
  readonly holder: string | null;
  /** Who asked for it, who waits longest first. */
  readonly askedBy: readonly string[];
};

type Person = Standing & { readonly id: string };

/** Who may hold it: whoever writes in the sprint, and who facilitates. */
export function mayDraw(member: Standing): boolean {
  return member.role === 'facilitator' || writes(member);
}

/** The pen as the living members see it: who is gone, or may no longer draw, neither holds it nor asks. */
export function livingPen(pen: Pen, members: readonly Person[]): Pen {
  const able = new Set(members.filter(mayDraw).map(({ id }) => id));
  const holder = pen.holder !== null && able.has(pen.holder) ? pen.holder : null;
  return { holder, askedBy: pen.askedBy.filter((id) => able.has(id) && id !== holder) };
}

/** Asking for a pen that lies there is taking it; asking twice, or for one's own, changes nothing. */
export function asked(pen: Pen, by: string): Pen {
  if (pen.holder === null) return passed(pen, by);
  if (pen.holder === by || pen.askedBy.includes(by)) return pen;
  return { ...pen, askedBy: [...pen.askedBy, by] };
}

export function askedNoMore(pen: Pen, by: string): Pen {
  return { ...pen, askedBy: pen.askedBy.filter((id) => id !== by) };
}

/** @param to null: it is laid down, and nobody holds it. */
export function passed(pen: Pen, to: string | null): Pen {
  return { holder: to, askedBy: pen.askedBy.filter((id) => id !== to) };
}

/** Its holder gives it away; a facilitator passes it on, and takes it, also from somebody who is not there. */
export function mayPass(pen: Pen, { me, to }: { me: Person; to: Person | null }): Ruling {
  if (pen.holder !== me.id && me.role !== 'facilitator') return refused('not-the-artist');
  return to === null || mayDraw(to) ? allowed : refused('not-your-role', { field: 'to' });
}
