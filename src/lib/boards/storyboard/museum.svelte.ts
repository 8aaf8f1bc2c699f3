/** The museum's own board, opened to be looked at beside the storyboard: what hangs there is drawn from it. */
import { untrack } from 'svelte';
import { plainGallery } from '#document/kinds/gallery/plain';
import { PANEL_HEIGHT } from '#domain/sketches/panel';
import { picturePath } from '#protocol/pictures';
import type { BoardAddress, Stage } from '#protocol/stage';
import type { OpenRoom } from '$lib/room/open-room.svelte';
import { Exhibits, type Exhibit, type ExhibitPanel } from './exhibits.svelte';
import type { Crop } from '#document/kinds/storyboard/records';

/** A panel of a sketch as a whole, in thousandths of its width. */
export const wholePanel: Crop = [0, 0, 1_000, PANEL_HEIGHT];

type Parts = {
  readonly stage: () => Pick<Stage, 'agenda' | 'sprint' | 'museum'>;
  readonly look: (board: BoardAddress) => OpenRoom;
};

/** Made while a component is; follows the museum of the sprint until that component goes. */
export function exhibitsOf({ stage, look }: Parts): Exhibits {
  const exhibits = new Exhibits(() => stage().museum);
  const hanging = $derived.by(() => museumOf(stage()));
  $effect(() => {
    const board = hanging;
    if (!board) return undefined;
    return untrack(() => {
      const looked = look(board);
      const sprintId = stage().sprint.id;
      const end = exhibits.follow(looked.room.doc, (doc) =>
        plainGallery(doc).exhibits.map(({ id, number, title, panels }): Exhibit => ({
          ...{ id, number, title, panels: panels.map((panel) => panelOf(panel, sprintId)) },
        })),
      );
      return () => {
        end();
        void looked.destroy();
      };
    });
  });
  return exhibits;
}

function museumOf({ agenda }: Pick<Stage, 'agenda'>): BoardAddress | null {
  return agenda.findLast(({ board }) => board?.kind === 'gallery')?.board ?? null;
}

type HungPanel = ReturnType<typeof plainGallery>['exhibits'][number]['panels'][number];

function panelOf({ strokes, words, texts, picture }: HungPanel, sprintId: string): ExhibitPanel {
  const [left, top, w, h] = picture?.crop ?? [0, 0, 1, 1];
  const [width, height] = [1_000 / w, PANEL_HEIGHT / h];
  return {
    ...{ strokes, words, texts },
    picture: picture && {
      ...{ href: picturePath(sprintId, picture.id), width, height },
      ...{ x: -left * width, y: -top * height },
    },
  };
}
