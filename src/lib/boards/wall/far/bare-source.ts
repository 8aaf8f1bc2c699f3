/**
 * What a canvas draws of the wall: notes and groups of a part of the plane as they are now, and the colours of
 * the page. For `BareNotes.svelte`; listens to nothing.
 */
import { untrack } from 'svelte';
import { prefixed } from '#domain/exercises/prefix';
import { paperColors } from '#document/schema';
import { groupName } from '$lib/boards/wall/notes/arrange-notes';
import type { BareInks, BareScene } from './bare-painter';
import type { BareSource } from './bare-sheet';
import type { Board } from '$lib/boards/wall/board.svelte';
import { lookup } from '$lib/plane/lookup';
import { FAMILY, type NoteFit } from '$lib/boards/wall/notes/note-fit.svelte';
import { boxOfNote } from '$lib/boards/wall/wall-port';
import { overlaps, type Box } from '$lib/plane/viewport';

type Of = {
  board: Board;
  fit: NoteFit;
  /** Notes that move, and have an element: on a canvas they would leave a trace. */
  movers: () => ReadonlySet<string>;
  /** Whether groups have no elements now. */
  withGroups: () => boolean;
  /** An element that has the colours of the wall, and in it one for each colour of paper. */
  probes: Element;
};

export function bareSource({ board, fit, movers, withGroups, probes }: Of): BareSource {
  function sceneIn(area: Box): BareScene {
    const { prefix, votes, chosen } = board.manners;
    const selected = lookup([...board.selected].map((id) => [id, true] as const));
    const moving = movers();
    const notes = board.index
      .asDrawn(board.index.within(area))
      .flatMap((id) => (moving.has(id) ? [] : (board.wall.note(id) ?? [])));
    const groups = withGroups() ? board.wall.groups : [];
    return {
      groups: groups
        .filter(({ box }) => overlaps(box, area))
        .map(({ box, label }) => ({ box, label: groupName(label) })),
      mostDots: votes?.most ?? 1,
      textOf: (text) => fit.setOf(text ? prefixed(text, prefix) : text),
      notes: notes.map(({ id, place, color, text, beneath }) => {
        const candidate = votes?.candidateOf(id);
        const open = votes?.open != null;
        return {
          id,
          box: boxOfNote(place),
          color,
          text,
          beneath: beneath.length,
          dots: candidate && !open ? (votes?.resultOf(candidate.id)?.dots ?? 0) : 0,
          mark: selected.has(id) ? 'selected' : chosen.has(id) ? 'chosen' : null,
          dimmed: open && !candidate,
        };
      }),
    };
  }
  return {
    sceneIn: (area) => untrack(() => sceneIn(area)),
    boxOf: (id) => untrack(() => (movers().has(id) ? undefined : board.boxes.get(id))),
    inks: () => inksOf(probes),
  };
}

function inksOf(probes: Element): BareInks {
  const styles = [...probes.children].map((paper) => getComputedStyle(paper));
  const of = (pick: (style: CSSStyleDeclaration) => string): Record<string, string> =>
    Object.fromEntries(
      paperColors.map((color, at) => [color, pick(styles[at] as CSSStyleDeclaration)]),
    );
  const own = getComputedStyle(probes);
  return {
    paper: of((style) => style.backgroundColor),
    edge: of((style) => style.borderTopColor),
    ink: of((style) => style.color)['white'] ?? own.color,
    day: own.borderTopColor,
    dotInk: own.outlineColor,
    wash: own.backgroundColor,
    wall: own.textDecorationColor,
    onWall: own.color,
    font: FAMILY,
    title: own.fontFamily,
  };
}
