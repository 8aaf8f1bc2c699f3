/** What the artist of a storyboard was drawing as their step ends is kept as far as it was told: it becomes a stroke like any other. */
import { fromBase64 } from 'lib0/buffer';
import { addStroke } from '#document/kinds/storyboard/operations';
import { storyRoot } from '#document/kinds/storyboard/records';
import { server } from '#document/origins';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';

/** @param roomId of a storyboard that is held. One that was stored meanwhile, under the id that it was shown with, stays as it is. */
export function layStrokesUnderWay(
  { doc, strokesUnderWay }: Pick<Doing<CommandKind>, 'doc' | 'strokesUnderWay'>,
  roomId: string,
): void {
  for (const { id, on: panelId, ink } of strokesUnderWay(roomId)) {
    if (storyRoot(doc(roomId), 'strokes').has(id)) continue;
    addStroke(doc(roomId), { id, panelId, ink: fromBase64(ink) }, server);
  }
}
