/** Fills a storyboard as its artist, beside the screen: ink, words, parts of sketches and open points. */
import { nanoid } from 'nanoid';
import { addClip, addPanel, addPoint, addStroke } from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { local } from '#document/origins';
import { inksOf } from './draw-sketch';
import { expect } from './kamer';
import type { Person } from './person';
import { writeBeside } from './write-beside';

export type Scene = {
  words: string;
  drawn?: boolean;
  clip?: { exhibit: string; number: number; part: number };
  point?: string;
};

/** Behind the scenes that are there already. @param artist holds the pen. */
export async function fillStory(artist: Person, scenes: readonly Scene[]): Promise<void> {
  const room = artist.wire.stage.now?.board?.room ?? '';
  await writeBeside(artist, room, async (doc) => {
    const before = plainStoryboard(doc).panels.length;
    doc.transact(() => {
      scenes.forEach(({ words, drawn, clip, point }, at) => {
        const panelId = nanoid();
        addPanel(doc, { id: panelId, caption: words }, local);
        if (clip) {
          const of = { ...clip, crop: [100, 60, 800, 520] } as const;
          addClip(doc, { id: nanoid(), panelId, of }, local);
        }
        if (drawn) {
          for (const ink of inksOf(at)) addStroke(doc, { id: nanoid(), panelId, ink }, local);
        }
        if (point) addPoint(doc, { id: nanoid(), panelId, text: point }, local);
      });
    }, local);
    await expect(artist.page.locator('[data-panels] [data-panel]')).toHaveCount(
      before + scenes.length,
    );
  });
}
