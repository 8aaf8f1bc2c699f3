/** What can be done with each thing on the map, as the entries of its menu: everything that a hand can, without dragging. */
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Mountain from '@lucide/svelte/icons/mountain';
import Smile from '@lucide/svelte/icons/smile';
import Spline from '@lucide/svelte/icons/spline';
import Trash2 from '@lucide/svelte/icons/trash-2';
import UserPlus from '@lucide/svelte/icons/user-round-plus';
import Waypoints from '@lucide/svelte/icons/waypoints';
import { moods, type Mood } from '#domain/map/mood';
import type { PlainActor, PlainChapter, PlainMark, PlainPin } from '#document/kinds/map/plain';
import { actorIcons, markKinds, type MarkKind } from '#document/kinds/map/records';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import { actorIconSigns, actorIconWords } from './actor-icons';
import type { MapBoard } from './map-board.svelte';
import { moodWords } from './mood-words';

const markWords: Readonly<Record<MarkKind, () => string>> = {
  touchpoint: m.map_touchpoint,
  pain: m.map_pain,
  gain: m.map_gain,
};
const addWords: Readonly<Record<MarkKind, () => string>> = {
  touchpoint: m.map_add_touchpoint,
  pain: m.map_add_pain,
  gain: m.map_add_gain,
};

export function chapterMenu(board: MapBoard, chapter: PlainChapter): MenuItem[] {
  const { model } = board;
  const { chapters, actors, peak } = model.plain;
  const at = chapters.findIndex(({ id }) => id === chapter.id);
  const keep = (before: string | null): void => {
    model.moveChapter(chapter.id, before);
    const number = model.plain.chapters.findIndex(({ id }) => id === chapter.id) + 1;
    board.say(m.map_chapter_moved({ number, count: chapters.length }));
    void board.focus(chapter.id);
  };
  return [
    ...markKinds.map((kind): MenuItem => ({
      label: addWords[kind](),
      onselect: () => board.addMark(chapter.id, kind),
    })),
    { kind: 'line' },
    {
      label: m.map_move_left(),
      icon: ArrowLeft,
      keys: 'Alt+←',
      disabled: at <= 0,
      onselect: () => keep(chapters[at - 1]?.id ?? null),
    },
    {
      label: m.map_move_right(),
      icon: ArrowRight,
      keys: 'Alt+→',
      disabled: at === chapters.length - 1,
      onselect: () => keep(chapters[at + 2]?.id ?? null),
    },
    ...(chapters.length > 2
      ? [
          {
            kind: 'sub' as const,
            label: m.map_move_to(),
            items: [
              ...chapters
                .filter(({ id }) => id !== chapter.id)
                .map((other): MenuItem => ({
                  label: m.map_move_before({ name: board.nameOfChapter(other.id) }),
                  onselect: () => keep(other.id),
                })),
              { label: m.map_move_last(), onselect: () => keep(null) },
            ],
          },
        ]
      : []),
    {
      label: m.map_add_chapter_here(),
      onselect: () => board.addChapter(chapter.id),
    },
    { kind: 'line' },
    ...(actors.length > 0
      ? [
          {
            kind: 'sub' as const,
            label: m.map_connect(),
            icon: Spline,
            items: actors.map((actor): MenuItem => {
              const checked = model.isConnected(actor.id, chapter.id);
              return {
                label: board.nameOfActor(actor.id),
                checked,
                onselect: () => model.setConnected(actor.id, chapter.id, !checked),
              };
            }),
          },
        ]
      : []),
    {
      kind: 'sub',
      label: m.map_mood(),
      icon: Smile,
      items: [...moods].reverse().map((mood: Mood): MenuItem => ({
        label: moodWords(mood),
        checked: chapter.mood === mood,
        onselect: () => model.setMood(chapter.id, mood),
      })),
    },
    ...(board.manners.facilitates
      ? [
          {
            label: peak === chapter.id ? m.map_peak_withdraw() : m.map_peak_confirm(),
            icon: Mountain,
            onselect: () => model.setPeak(peak === chapter.id ? null : chapter.id),
          },
        ]
      : []),
    ...(board.manners.people ? [assignMenu(board, chapter)] : []),
    { kind: 'line' },
    {
      label: m.map_remove_chapter(),
      icon: Trash2,
      danger: true,
      onselect: () => model.remove('chapters', chapter.id),
    },
  ];
}

/** Whose names stand on a chapter. */
export function assignMenu(board: MapBoard, chapter: PlainChapter): MenuItem & { kind: 'sub' } {
  return {
    kind: 'sub',
    label: m.map_assign(),
    icon: UserPlus,
    items: (board.manners.people ?? []).map(({ id, name }): MenuItem => {
      const checked = chapter.assignments.some(({ memberId }) => memberId === id);
      const part = { chapterId: chapter.id, memberId: id, name };
      return { label: name, checked, onselect: () => board.model.setAssigned(part, !checked) };
    }),
  };
}

export function actorMenu(board: MapBoard, actor: PlainActor): MenuItem[] {
  const { model } = board;
  const { chapters } = model.plain;
  return [
    ...(chapters.length > 0
      ? [
          {
            kind: 'sub' as const,
            label: m.map_connect(),
            icon: Waypoints,
            items: chapters.map(({ id }): MenuItem => {
              const checked = model.isConnected(actor.id, id);
              return {
                label: board.nameOfChapter(id),
                checked,
                onselect: () => model.setConnected(actor.id, id, !checked),
              };
            }),
          },
        ]
      : []),
    ...actor.arrows.map(({ id, chapterId }): MenuItem => ({
      label: m.map_arrow_words_of({ name: board.nameOfChapter(chapterId) }),
      onselect: () => board.edit({ record: 'arrows', id, field: 'words' }),
    })),
    {
      kind: 'sub',
      label: m.map_icon(),
      items: actorIcons.map((icon): MenuItem => ({
        label: actorIconWords[icon](),
        icon: actorIconSigns[icon],
        checked: actor.icon === icon,
        onselect: () => model.setActorIcon(actor.id, icon),
      })),
    },
    { kind: 'line' },
    {
      label: m.map_remove_actor(),
      icon: Trash2,
      danger: true,
      onselect: () => model.remove('actors', actor.id),
    },
  ];
}

export function markMenu(board: MapBoard, mark: PlainMark, chapterId: string): MenuItem[] {
  const { model } = board;
  const others = model.plain.chapters.filter(({ id }) => id !== chapterId);
  return [
    ...markKinds.map((kind): MenuItem => ({
      label: markWords[kind](),
      checked: mark.kind === kind,
      onselect: () => model.moveMark(mark.id, { chapterId, kind }),
    })),
    ...(others.length > 0
      ? [
          {
            kind: 'sub' as const,
            label: m.map_move_to(),
            items: others.map(({ id }): MenuItem => ({
              label: board.nameOfChapter(id),
              onselect: () => model.moveMark(mark.id, { chapterId: id, kind: mark.kind }),
            })),
          },
        ]
      : []),
    { kind: 'line' },
    {
      label: m.map_remove_mark(),
      icon: Trash2,
      danger: true,
      onselect: () => model.remove('marks', mark.id),
    },
  ];
}

export function pinMenu(board: MapBoard, pin: PlainPin, chapterId: string): MenuItem[] {
  const { model } = board;
  const { text, color, dots, source } = pin;
  return [
    {
      kind: 'sub',
      label: m.map_move_to(),
      items: model.plain.chapters
        .filter(({ id }) => id !== chapterId)
        .map(({ id }): MenuItem => ({
          label: board.nameOfChapter(id),
          onselect: () => model.pin({ chapterId: id, text, color, dots, source }),
        })),
    },
    {
      label: m.map_unpin(),
      icon: Trash2,
      onselect: () => model.remove('pins', pin.id),
    },
  ];
}
