/** What can be done with each thing on the storyboard, as the entries of its menu: everything that a hand can, without dragging. */
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Copy from '@lucide/svelte/icons/copy';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question';
import Plus from '@lucide/svelte/icons/plus';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Scissors from '@lucide/svelte/icons/scissors';
import Trash2 from '@lucide/svelte/icons/trash-2';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';
import {
  TURN_STEP,
  type PlainClip,
  type PlainPanel,
  type PlainPoint,
} from '#document/kinds/storyboard/plain';
import { PANEL_HEIGHT, PANEL_WIDTH } from '#document/kinds/storyboard/records';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import { wholePanel } from './museum.svelte';
import type { StoryBoard } from './story-board.svelte';

/** How much larger or smaller a clip becomes at once. */
const SIZE_STEP = 1.2;

export function panelMenu(board: StoryBoard, panel: PlainPanel): MenuItem[] {
  const { panels } = board.model.plain;
  const at = panels.findIndex(({ id }) => id === panel.id);
  const after = panels[at + 1]?.id ?? null;
  return [
    {
      label: m.storyboard_move_before(),
      icon: ArrowLeft,
      keys: 'Alt+←',
      disabled: at <= 0,
      onselect: () => board.movePanel(panel.id, panels[at - 1]?.id ?? null),
    },
    {
      label: m.storyboard_move_after(),
      icon: ArrowRight,
      keys: 'Alt+→',
      disabled: after === null,
      onselect: () => board.movePanel(panel.id, panels[at + 2]?.id ?? null),
    },
    ...(panels.length > 2
      ? [
          {
            kind: 'sub' as const,
            label: m.storyboard_move_to(),
            items: [
              ...panels
                .filter(({ id }) => id !== panel.id)
                .map(({ id }): MenuItem => ({
                  label: m.storyboard_in_front_of({ name: board.nameOf(id) }),
                  onselect: () => board.movePanel(panel.id, id),
                })),
              { label: m.storyboard_last(), onselect: () => board.movePanel(panel.id, null) },
            ],
          },
        ]
      : []),
    { kind: 'line' },
    { label: m.storyboard_insert_before(), icon: Plus, onselect: () => board.addPanel(panel.id) },
    { label: m.storyboard_insert_after(), icon: Plus, onselect: () => board.addPanel(after) },
    {
      label: board.draws ? m.storyboard_duplicate() : m.storyboard_duplicate_words(),
      icon: Copy,
      onselect: () => board.duplicate(panel.id),
    },
    {
      label: m.storyboard_add_point(),
      icon: MessageCircleQuestion,
      onselect: () => board.addPoint(panel.id),
    },
    ...clipItems(board, panel.id),
    { kind: 'line' },
    {
      label: m.storyboard_remove(),
      icon: Trash2,
      danger: true,
      onselect: () => board.removePanel(panel.id),
    },
  ];
}

/** Every panel of every sketch, whole, to be laid on this panel. */
export function clipItems(board: StoryBoard, panelId: string): MenuItem[] {
  const sketches = board.exhibits.all;
  if (sketches.length === 0) return [];
  return [
    {
      kind: 'sub',
      label: m.storyboard_clip_from(),
      icon: Scissors,
      items: sketches.flatMap(({ id: exhibit, number, panels }) =>
        panels.map((_, part): MenuItem => ({
          label: m.storyboard_clip_here({
            ...{ part: part + 1, number, panel: board.model.numberOf(panelId) },
          }),
          disabled: !board.draws,
          onselect: () => {
            board.model.addClip(panelId, { exhibit, number, part, crop: wholePanel });
            board.say(m.storyboard_clipped({ number, panel: board.model.numberOf(panelId) }));
          },
        })),
      ),
    },
  ];
}

export function clipMenu(board: StoryBoard, clip: PlainClip, panelId: string): MenuItem[] {
  const { model } = board;
  const disabled = !board.draws;
  const place = (to: Parameters<typeof model.placeClip>[1]) => () => model.placeClip(clip.id, to);
  return [
    {
      label: m.storyboard_larger(),
      icon: ZoomIn,
      keys: '+',
      disabled,
      onselect: place({ width: clip.width * SIZE_STEP }),
    },
    {
      label: m.storyboard_smaller(),
      icon: ZoomOut,
      keys: '-',
      disabled,
      onselect: place({ width: clip.width / SIZE_STEP }),
    },
    {
      label: m.storyboard_turn_left(),
      icon: RotateCcw,
      keys: '[',
      disabled,
      onselect: place({ turn: clip.turn - TURN_STEP }),
    },
    {
      label: m.storyboard_turn_right(),
      icon: RotateCw,
      keys: ']',
      disabled,
      onselect: place({ turn: clip.turn + TURN_STEP }),
    },
    {
      label: m.storyboard_middle(),
      disabled,
      onselect: place({ at: [PANEL_WIDTH / 2, PANEL_HEIGHT / 2] }),
    },
    ...(model.plain.panels.length > 1
      ? [
          {
            kind: 'sub' as const,
            label: m.storyboard_clip_to(),
            items: model.plain.panels
              .filter(({ id }) => id !== panelId)
              .map(({ id }): MenuItem => ({
                label: board.nameOf(id),
                disabled,
                onselect: () => model.moveClip(clip.id, id),
              })),
          },
        ]
      : []),
    { kind: 'line' },
    {
      label: m.storyboard_clip_remove(),
      icon: Trash2,
      danger: true,
      disabled,
      onselect: () => model.removeClip(clip.id),
    },
  ];
}

export function pointMenu(board: StoryBoard, point: PlainPoint): MenuItem[] {
  const { model, manners } = board;
  return [
    ...(point.answer === ''
      ? [
          {
            label: m.storyboard_answer(),
            disabled: !manners.settles,
            onselect: () => (board.answering = point.id),
          },
        ]
      : [
          {
            label: m.storyboard_reopen(),
            disabled: !manners.settles,
            onselect: () => model.answerPoint(point.id, { answer: '', by: '' }),
          },
        ]),
    {
      kind: 'sub',
      label: m.storyboard_point_to(),
      items: model.plain.panels
        .filter(({ id }) => id !== point.panelId)
        .map(({ id }): MenuItem => ({
          label: board.nameOf(id),
          onselect: () => model.movePoint(point.id, id),
        })),
    },
    { kind: 'line' },
    {
      label: m.storyboard_point_remove(),
      icon: Trash2,
      danger: true,
      onselect: () => model.removePoint(point.id),
    },
  ];
}
