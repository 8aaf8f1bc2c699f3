/**
 * A museum for the screen: what hangs, was asked and was pinned, as plains that keep their identity while
 * they read the same, and the acts that change what is pinned. The only door from its components to its document.
 */
import * as gallery from '#document/kinds/gallery/operations';
import { plainGallery, type PlainGallery, type PlainStandout } from '#document/kinds/gallery/plain';
import { galleryLimits, type StandoutSign } from '#document/kinds/gallery/records';
import { local } from '#document/origins';
import type { Place } from '#document/schema';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export class GalleryModel extends Followed<PlainGallery> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainGallery);
  }

  questionsOf(exhibitId: string): PlainGallery['questions'] {
    return this.plain.questions.filter(({ exhibit }) => exhibit === exhibitId);
  }
  standoutsOf(exhibitId: string): PlainStandout[] {
    return this.plain.standouts.filter(({ exhibit }) => exhibit === exhibitId);
  }

  /** @returns the id of what was pinned; null in a museum that is only read. */
  pin(standout: { exhibit: string; sign: StandoutSign; at: Place }): string | null {
    return this.add((doc, id) => gallery.addStandout(doc, { id, ...standout }, local));
  }
  unpin(id: string): void {
    this.act((doc) => gallery.removeStandouts(doc, [id], local));
  }

  /** Undefined when it is gone. */
  textOf(id: string): string | undefined {
    return plainGallery(this.room.doc).standouts.find((one) => one.id === id)?.text;
  }

  /** For `<textarea {@attach model.editing(id)}>`. */
  editing(id: string): (field: TextField) => () => void {
    return this.open.editing({
      key: id,
      read: () => this.textOf(id),
      edit: (change) => gallery.editStandout(this.room.doc, id, change, local),
      max: galleryLimits.standout,
    });
  }
}
