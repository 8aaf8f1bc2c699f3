/** The prototype to take along: as a drawing of its lists, as a table with a row for each of its parts, as data. */
import type { PlainPrototype } from '#document/kinds/prototype/plain';
import { isEmptyPrototype } from '#document/kinds/prototype/plain';
import { fixOwner, makingRoles } from '#domain/prototype/making';
import { picturePath } from '#protocol/pictures';
import { checkWords, roleWords, sceneWords, stateWords } from '$lib/boards/prototype/making-words';
import { m } from '$lib/paraglide/messages';
import type { BoardExport } from './board-export';
import { csvFile } from './csv-file';
import type { Exporter } from './exporter';
import { listsBox, listsSvg, type ListsDrawing } from './lists-svg';

/** One part of the prototype, as a line on paper and a row of a table. */
type Line = {
  kind: string;
  number: string;
  text: string;
  owner: string;
  state: string;
  place: string;
  done: boolean;
};

export function prototypeExporter(
  { sprint, board, sprintId }: BoardExport,
  plain: PlainPrototype,
): Exporter {
  const lines = linesOf(plain);
  const drawing = drawnAs(lines, { sprint, board });
  const pictureOf = (thing: PlainPrototype['things'][number]): string | null =>
    thing.picture ? picturePath(sprintId, thing.picture.id) : null;
  return {
    isEmpty: isEmptyPrototype(plain),
    count: plain.scenes.length,
    pictures: [],
    paint(look) {
      const box = listsBox(drawing, look);
      return { box, svg: (part = box) => listsSvg(drawing, look, part) };
    },
    csv: () =>
      csvFile([
        [
          ...[m.history_csv_kind(), m.history_csv_number(), m.history_csv_text()],
          ...[m.prototype_csv_owner(), m.prototype_csv_state(), m.prototype_csv_address()],
        ],
        ...lines.map(({ kind, number, text, owner, state, place }) => [
          ...[kind, number, text, owner, state, place],
        ]),
      ]),
    json: () => ({
      prototype: {
        roles: plain.roles.map(({ role, memberId, name }) => ({ role, memberId, name })),
        scenes: plain.scenes.map(({ order: _, ...scene }) => scene),
        links: plain.links.map(({ order: _, ...link }) => link),
        things: plain.things.map((thing) => ({
          ...{ id: thing.id, title: thing.title, place: thing.place, bringer: thing.bringer },
          picture: pictureOf(thing),
        })),
        checklist: plain.items.map((item) => ({
          ...{ id: item.id, text: checkWords(item), done: item.done },
        })),
        fixes: plain.fixes.map(({ order: _, ...fix }) => fix),
        questions: plain.questions.map(({ order: _, ...question }) => question),
      },
    }),
  };
}

function linesOf(plain: PlainPrototype): Line[] {
  const none = { number: '', owner: '', state: '', place: '', done: false };
  const numberOf = (sceneId: string | null): number => {
    const at = plain.scenes.findIndex(({ id }) => id === sceneId);
    return at === -1 ? 0 : plain.scenes[at]?.number || at + 1;
  };
  const ownerOf = (sceneId: string | null): string => {
    const id = fixOwner(sceneId, plain);
    const { scenes, roles } = plain;
    const owned = scenes.find(({ ownerId }) => ownerId !== null && ownerId === id)?.owner;
    return owned ?? roles.find(({ memberId }) => memberId === id)?.name ?? '';
  };
  const mended = (done: boolean): string =>
    done ? m.prototype_state_done() : m.prototype_csv_open();
  return [
    ...makingRoles.flatMap((role) =>
      plain.roles
        .filter((one) => one.role === role)
        .map(({ name }) => ({
          ...none,
          ...{ kind: m.prototype_csv_kind_role(), text: roleWords[role].name(), owner: name },
        })),
    ),
    ...plain.scenes.map((scene) => ({
      ...{ kind: m.prototype_csv_kind_scene(), number: String(numberOf(scene.id)) },
      ...{ text: scene.title.trim(), owner: scene.owner, state: stateWords[scene.state]() },
      ...{ place: '', done: scene.state === 'done' },
    })),
    ...plain.links.map((link) => ({
      ...{ ...none, kind: m.prototype_csv_kind_link(), text: link.title.trim() },
      ...{ owner: link.owner, place: link.address, number: link.variant, state: link.version },
    })),
    ...plain.things.map((thing) => ({
      ...{ ...none, kind: m.prototype_csv_kind_thing(), text: thing.title.trim() },
      ...{ owner: thing.bringer, place: thing.place.trim() },
    })),
    ...plain.fixes.map((fix) => ({
      ...{ kind: m.prototype_csv_kind_fix(), number: sceneWords(numberOf(fix.sceneId)) },
      ...{ text: fix.text.trim(), owner: ownerOf(fix.sceneId), state: mended(fix.done) },
      ...{ place: '', done: fix.done },
    })),
    ...plain.items.map((item) => ({
      ...{ ...none, kind: m.prototype_csv_kind_check(), text: checkWords(item) },
      ...{ state: mended(item.done), done: item.done },
    })),
    ...plain.questions.map((question) => ({
      ...{ ...none, kind: m.prototype_csv_kind_question(), text: question.text.trim() },
      ...{ state: mended(question.answered), done: question.answered },
    })),
  ];
}

/** On paper: a sheet for each kind of part, its lines ticked or not. */
function drawnAs(lines: readonly Line[], names: Pick<ListsDrawing, 'sprint' | 'board'>) {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const lists = kinds.map((kind, place) => ({
    ...{ id: kind, order: String(place) },
    items: lines
      .filter((line) => line.kind === kind)
      .map((line, at) => ({
        ...{ id: `${kind}${at}`, says: '', done: line.done, order: String(at) },
        text: [line.number, line.text, line.owner, line.state, line.place]
          .filter((one) => one !== '')
          .join(' · '),
      })),
  }));
  return {
    ...names,
    lists,
    heading: (id: string) => id.slice(0, 1).toUpperCase() + id.slice(1),
    words: ({ text }: { text: string }) => text,
  } satisfies ListsDrawing;
}
