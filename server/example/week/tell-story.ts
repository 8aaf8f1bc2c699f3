/**
 * Stand-ins at the storyboard: one takes a pen that lies there and draws the scenes one by one, and gives it
 * to whoever asks. Others ask what is still open, and the Decider answers.
 */
import { addPanel, addPoint, addStroke, answerPoint } from '#document/kinds/storyboard/operations';
import {
  openPoints,
  plainStoryboard,
  type PlainStoryboard,
} from '#document/kinds/storyboard/plain';
import { server } from '#document/origins';
import { mayDraw } from '#domain/storyboard/pen';
import { between, command, type Moment, type Pause, type StandIn } from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';
import { strokesOf } from '#server/example/week/drawing';
import { styleOf } from '#server/example/week/maker';
import { sceneDrawings } from '#server/example/week/story';
import type { RoomRow } from '#server/stage/authority';
import { penOn } from '#server/stage/pens';

/** In ms of people's time: the visitor may take the pen first. */
const LOOKS_MS = 12_000;

export async function tellStory(moment: Moment): Promise<Pause> {
  const { authority, step, watchedMs, chance, parts } = moment;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  const pen = penOn(authority, step.boardId);
  if (!room || !pen || step.boardId === null) return null;
  const boardId = step.boardId;
  const artist = moment.standIns.find(({ member }) => member.id === pen.holder);
  const [asker] = pen.askedBy;
  if (artist && asker !== undefined) {
    await command(moment, artist, { kind: 'pass-pen', boardId, memberId: asker });
    return between(2_000, 4_000, chance);
  }
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const told = await parts.rooms.read(room.id, plainStoryboard);
  const settled = await settle(moment, room, told);
  if (settled !== null) return settled;
  if (artist) return drawNext(moment, { room, artist, told });
  // A person holds it, and the team looks on.
  if (pen.holder !== null || isDone(moment, told)) return null;
  const able = moment.standIns.find(({ member }) => !member.decider && mayDraw(member));
  if (able) await command(moment, able, { kind: 'ask-pen', boardId, ask: true });
  return between(2_000, 4_000, chance);
}

function isDone({ story }: Moment, { panels }: PlainStoryboard): boolean {
  return (
    panels.length >= story.week.panels.length &&
    panels.slice(0, story.week.panels.length).every(({ strokes }) => strokes.length > 0)
  );
}

/** The next panel gets its words, or the next figure of its drawing. */
async function drawNext(
  moment: Moment,
  { room, artist, told }: { room: RoomRow; artist: StandIn; told: PlainStoryboard },
): Promise<Pause> {
  const { story, parts, chance } = moment;
  const { newId } = parts.random;
  for (const [at, scene] of story.week.panels.entries()) {
    const panel = told.panels[at];
    if (!panel) {
      await changeAs(moment, artist, room, (doc) =>
        addPanel(doc, { id: newId(), ...scene }, server),
      );
      return between(2_500, 5_000, chance);
    }
    let drawn = 0;
    for (const figure of sceneDrawings[at] ?? []) {
      const strokes = strokesOf(figure, styleOf(moment, artist));
      drawn += strokes.length;
      if (panel.strokes.length >= drawn) continue;
      // What a person drew there is theirs: nothing is drawn over it.
      if (panel.strokes.length > drawn - strokes.length || panel.clips.length > 0) break;
      await changeAs(moment, artist, room, (doc) => {
        for (const ink of strokes) addStroke(doc, { id: newId(), panelId: panel.id, ink }, server);
      });
      return between(2_500, 5_000, chance);
    }
  }
  return null;
}

/** One point is asked or answered; null: there is none to ask or answer now. */
async function settle(moment: Moment, room: RoomRow, told: PlainStoryboard): Promise<Pause> {
  const { story, parts, chance, standIns, authority } = moment;
  const all = [...told.panels.flatMap(({ points }) => points), ...told.loose];
  const holder = authority.mandate?.memberId;
  const decider = standIns.find(({ member }) =>
    holder === undefined ? member.decider : member.id === holder,
  );
  for (const { panel: at, asks, answer } of story.week.points) {
    const panel = told.panels[at];
    const point = all.find(({ text }) => text === asks);
    const speaker = standIns.find(({ member }) => !member.decider);
    if (!point && panel && panel.strokes.length > 0 && speaker) {
      await changeAs(moment, speaker, room, (doc) =>
        addPoint(doc, { id: parts.random.newId(), panelId: panel.id, text: asks }, server),
      );
      return between(3_000, 6_000, chance);
    }
    if (point && decider && openPoints(told).some(({ id }) => id === point.id)) {
      await changeAs(moment, decider, room, (doc) =>
        answerPoint(doc, point.id, { answer, by: decider.member.name }, server),
      );
      return between(3_000, 6_000, chance);
    }
  }
  return null;
}
