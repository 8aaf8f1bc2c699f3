/**
 * One open wall: its room and its view. When the board closed while own work was still on the way,
 * the server never takes that work: its texts go to the pile as late notes, the local copy goes, and
 * the wall is opened afresh as everybody else has it.
 */
import { parseRoomName } from '#protocol/rooms';
import type { BoardAddress } from '#protocol/stage';
import { copyName, discardCopy } from '$lib/room/unsaved/copies';
import type { DirtyRecord } from '$lib/room/unsaved/dirty-records';
import { RoomClient } from '$lib/room/room-client.svelte';
import type { RoomOptions } from '$lib/room/room-line';
import { lateTexts, TAKES_NOTHING_MS, trimmedTexts } from '$lib/room/unsaved/unsent';
import type { WallRights } from './wall-rights';
import { WallView } from './wall-view.svelte';

export type WallOwner = {
  refused(code: number, room: string): void;
  keepLate(records: readonly DirtyRecord[]): void;
};

export class OpenWall {
  readonly room: string;
  readonly boardId: string;
  readonly #options: RoomOptions;
  readonly #owner: WallOwner;
  #view: WallView;
  #closedTimer: ReturnType<typeof setTimeout> | undefined;
  #settingAside = false;
  #destroyed = false;

  constructor(board: BoardAddress, options: RoomOptions, owner: WallOwner) {
    this.room = board.room;
    this.boardId = board.boardId;
    this.#options = options;
    this.#owner = owner;
    this.#view = $state.raw(this.#open(options));
  }

  get view(): WallView {
    return this.#view;
  }

  follow({
    readOnly,
    cursorsHidden,
    rights,
  }: {
    readOnly: boolean;
    cursorsHidden: boolean;
    rights: WallRights;
  }): void {
    this.#options.readOnly = readOnly;
    this.#view.room.readOnly = readOnly;
    this.#view.cursorsHidden = cursorsHidden;
    this.#view.rights = rights;
  }

  /** Trimmed texts on the wall; undefined unless this is what the server has. */
  liveTexts(): ReadonlySet<string> | undefined {
    const { line } = this.#view.room;
    if (line.status.kind !== 'live' || !line.clean) return undefined;
    return trimmedTexts(this.#view.notes.map((note) => note.text));
  }

  destroy(): void {
    this.#destroyed = true;
    clearTimeout(this.#closedTimer);
    this.#view.destroy();
    void this.#view.room.destroy();
  }

  #open(options: RoomOptions): WallView {
    const client = new RoomClient(options);
    let told = false;
    client.line.onChange(() => {
      const { status } = client.line;
      if (status.kind === 'refused' && !told) {
        told = true;
        this.#owner.refused(status.code, options.room);
      }
      this.#watchClosed(client);
    });
    const sprintId = parseRoomName(this.room)?.sprintId;
    return new WallView(client, { boardId: this.boardId, ...(sprintId ? { sprintId } : {}) });
  }

  #isStuck({ line }: RoomClient): boolean {
    return line.readOnly && line.status.kind === 'live' && !line.clean;
  }

  #watchClosed(client: RoomClient): void {
    if (this.#settingAside || this.#closedTimer !== undefined || !this.#isStuck(client)) return;
    this.#closedTimer = setTimeout(() => {
      this.#closedTimer = undefined;
      if (this.#destroyed || client !== this.#view.room || !this.#isStuck(client)) return;
      this.#settingAside = true;
      void this.#setAside(client).finally(() => {
        this.#settingAside = false;
      });
    }, TAKES_NOTHING_MS);
  }

  async #setAside(client: RoomClient): Promise<void> {
    try {
      this.#owner.keepLate(await lateTexts(this.#options, client.line.dirtyTexts()));
    } catch {
      // The server cannot be read, or there is no pile: everything stays as it is, and is tried again.
      return;
    }
    if (this.#destroyed) return;
    client.line.forget(client.line.waiting());
    const { cursorsHidden, rights } = this.#view;
    this.#view.destroy();
    await client.destroy();
    await discardCopy(copyName(this.room, this.#options.memberId));
    if (this.#destroyed) return;
    this.#view = this.#open(this.#options);
    this.#view.cursorsHidden = cursorsHidden;
    this.#view.rights = rights;
  }
}
