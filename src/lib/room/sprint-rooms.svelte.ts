/**
 * The rooms of one sprint in this browser: the member's pile and the wall of the open step, opened
 * and closed as the stage says. Sends what waits in other copies, keeps what a closed board no longer
 * took, and tells of copies of another lineage. One per sprint layout; `destroy` when it goes.
 */
import { untrack } from 'svelte';
import { isSamePlace } from '#protocol/rooms';
import type { BoardAddress, Stage } from '#protocol/stage';
import {
  allCopies,
  copyName,
  discardCopy,
  eraseCopies,
  exportCopy,
  type Copy,
} from '$lib/room/unsaved/copies';
import type { DirtyRecord } from '$lib/room/unsaved/dirty-records';
import { LateNote } from '$lib/room/unsaved/late-note.svelte';
import { OpenRooms, type OpenRoom } from '$lib/room/open-room.svelte';
import { OpenPad } from '$lib/room/private/open-pad';
import { OpenPile } from '$lib/room/private/open-pile.svelte';
import { OpenWall } from '$lib/room/wall/open-wall.svelte';
import type { RoomClient } from '$lib/room/room-client.svelte';
import type { PileView } from '$lib/room/private/pile-view.svelte';
import type { RoomOptions } from '$lib/room/room-line';
import { sendUnsent, serverTexts, trimmedTexts } from '$lib/room/unsaved/unsent';
import { boardsOf, currentRooms, isInterviewing, padRoomOf } from '$lib/room/stage-rooms';
import { rightsOn } from '$lib/room/wall/wall-rights';
import type { WallView } from '$lib/room/wall/wall-view.svelte';

export type SprintRoomsOptions = { sprintId: string; memberId: string; wsBase: string };

export class SprintRooms {
  /** A room was closed for good by the server, with its code; 4410: ask the stage again. */
  onRefused: ((code: number, room: string) => void) | undefined;
  readonly #options: SprintRoomsOptions;
  #wall = $state.raw<OpenWall | null>(null);
  #pile = $state.raw<OpenPile | null>(null);
  #pad = $state.raw<OpenPad | null>(null);
  #late = $state.raw<LateNote | null>(null);
  /** Left by their writer before the hidden notes were laid. */
  #left: readonly LateNote[] = [];
  readonly #others: OpenRooms;
  #oldCopies = $state.raw<readonly Copy[]>([]);
  #lookedAt: readonly OpenWall[] = [];
  #stage = $state.raw<Stage>();
  #addresses = '';
  #destroyed = false;

  constructor(options: SprintRoomsOptions) {
    this.#options = options;
    this.#others = new OpenRooms({
      options: (room, more) => this.#roomOptions(room, more),
      refused: (code, room) => this.refused(code, room),
    });
  }

  /** The wall of the open step. */
  get wall(): WallView | null {
    return this.#wall?.view ?? null;
  }

  /** The open step's board, where it is of another kind than a wall. */
  get board(): OpenRoom | null {
    return this.#others.of(this.#stage?.now?.board?.room);
  }

  /** A board that lies beside the open step's own. */
  beside(room: string): OpenRoom | null {
    return this.#others.of(room);
  }

  /** Every board of another kind that is worked on now. */
  get others(): readonly OpenRoom[] {
    return this.#others.all;
  }

  /** My pile for that wall; null for who has none. */
  get pile(): PileView | null {
    return this.#pile?.view ?? null;
  }

  /** My pad, while a step is open that is worked on it; null for who has none. */
  get pad(): OpenPad | null {
    return this.#pad;
  }

  /** The private room itself, whatever wall is shown; null for who has none. */
  get pileRoom(): RoomClient | null {
    return this.#pile?.client ?? null;
  }

  /** What is typed on after a field was closed under its writer; null when nobody does. */
  get late(): LateNote | null {
    return this.#late;
  }

  /** A field for that wall was closed under its writer: keys that still come go into a loose note. */
  beginLate(boardId: string, text = ''): void {
    this.endLate();
    this.#late = new LateNote(boardId, text);
    this.#keepLateNotes();
  }

  /** Its writer left it. @returns words that no pile can keep. */
  endLate(): string {
    const late = this.#late;
    if (!late) return '';
    this.#late = null;
    if (!this.#pile) return late.text.trim();
    if (this.#waits(late)) this.#left = [...this.#left, late];
    else late.keepIn(this.#pile.client);
    late.end();
    return '';
  }

  /** The reveal was called off, and fields are open again: what came after closing is hidden writing like the rest. */
  takeUpLate(): void {
    for (const late of [...this.#left, this.#late]) {
      if (this.#pile) late?.keepIn(this.#pile.client);
    }
    this.#left = [];
  }

  /** Copies on this device of boards that began anew, for their owner to export or throw away. */
  get oldCopies(): readonly Copy[] {
    return this.#oldCopies;
  }

  /** Opens, closes and closes off rooms as this stage says. Call it with each stage. */
  follow(stage: Stage): void {
    untrack(() => {
      if (this.#destroyed) return;
      this.#stage = stage;
      this.#followPile(stage);
      this.#followPad(stage);
      this.#followWall(stage);
      this.#keepLateNotes();
      this.#others.follow(stage);
      const addresses = currentRooms(stage).join(' ');
      if (addresses === this.#addresses) return;
      this.#addresses = addresses;
      void this.#settleCopies(stage);
    });
  }

  /** Another board, to look back at; `close` it afterwards. The open step's wall is given as it is. */
  open(board: BoardAddress): WallView {
    return untrack(() => {
      if (this.#wall?.room === board.room) return this.#wall.view;
      const known = this.#lookedAt.find((wall) => wall.room === board.room);
      if (known) return known.view;
      this.close(board.boardId);
      const opened = new OpenWall(
        board,
        this.#roomOptions(board.room, { undo: false, readOnly: true }),
        this,
      );
      this.#lookedAt = [...this.#lookedAt, opened];
      return opened.view;
    });
  }

  /** A board of another kind, to look back at; end it with `destroy`. */
  look(board: BoardAddress): OpenRoom {
    return untrack(() => this.#others.look(board));
  }

  close(boardId: string): void {
    for (const wall of this.#lookedAt) if (wall.boardId === boardId) wall.destroy();
    this.#lookedAt = this.#lookedAt.filter((wall) => wall.boardId !== boardId);
  }

  exportCopy(name: string): Promise<Blob> {
    return exportCopy(name);
  }

  async discardCopy(name: string): Promise<void> {
    await discardCopy(name);
    this.#oldCopies = this.#oldCopies.filter((copy) => copy.name !== name);
  }

  /** The member is no longer in the sprint: the rooms close and nothing of them stays on this device. */
  async erase(): Promise<void> {
    this.destroy();
    await eraseCopies(this.#options.memberId);
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#wall?.destroy();
    this.#pile?.destroy();
    this.#pad?.destroy();
    for (const opened of this.#lookedAt) opened.destroy();
    this.#others.destroy();
    this.#lookedAt = [];
  }

  refused(code: number, room: string): void {
    this.onRefused?.(code, room);
  }

  /** Trimmed texts on a wall as the server has it. Rejects when that cannot be known now. */
  async wallTexts(boardId: string): Promise<ReadonlySet<string>> {
    const live = this.#wall?.boardId === boardId ? this.#wall.liveTexts() : undefined;
    if (live) return live;
    const room =
      this.#stage && boardsOf(this.#stage).find((board) => board.boardId === boardId)?.room;
    if (room === undefined) return trimmedTexts([]);
    const texts = await serverTexts(this.#roomOptions(room));
    return trimmedTexts(texts.values());
  }

  /** Puts texts that a closed board did not take into the pile. @throws when there is no pile. */
  keepLate(records: readonly DirtyRecord[]): void {
    if (records.length === 0) return;
    if (!this.#pile) throw new Error('no pile to keep late notes in');
    this.#pile.keepLate(records);
  }

  /** While hidden notes for its wall wait to be laid a late note stays out of the pile. */
  #waits({ boardId }: LateNote): boolean {
    const now = this.#stage?.now;
    return now?.phase === 'writing' && now.board?.boardId === boardId;
  }

  #keepLateNotes(): void {
    for (const late of [...this.#left, this.#late]) {
      if (late && this.#pile && !this.#waits(late)) late.keepIn(this.#pile.client);
    }
    this.#left = this.#left.filter((late) => this.#waits(late));
  }

  #followPile(stage: Stage): void {
    const room = stage.me.privateRooms.pile?.room ?? null;
    if (room !== (this.#pile?.room ?? null)) {
      this.#pile?.destroy();
      this.#pile =
        room === null ? null : new OpenPile(this.#roomOptions(room, { undo: true }), this);
    }
    const phase = stage.now?.phase;
    this.#pile?.show(stage.now?.board?.boardId ?? null, {
      revealed: phase !== undefined && phase !== 'writing' && phase !== 'open',
    });
  }

  #followPad(stage: Stage): void {
    const room = padRoomOf(stage);
    if (room === (this.#pad?.room.room ?? null)) return;
    this.#pad?.destroy();
    this.#pad =
      room === null
        ? null
        : new OpenPad(this.#roomOptions(room, { undo: true }), (code) => this.refused(code, room));
  }

  #followWall(stage: Stage): void {
    const board = stage.now?.board?.kind === 'wall' ? stage.now.board : null;
    const readOnly = stage.now?.boardWritable !== true;
    if ((board?.room ?? null) !== (this.#wall?.room ?? null)) {
      this.#wall?.destroy();
      if (board) this.close(board.boardId);
      this.#wall =
        board && new OpenWall(board, this.#roomOptions(board.room, { undo: true, readOnly }), this);
    }
    const cursorsHidden = stage.now?.cursorsHidden ?? false;
    this.#wall?.follow({ readOnly, cursorsHidden, rights: rightsOn(stage) });
  }

  async #settleCopies(stage: Stage): Promise<void> {
    const { sprintId, memberId } = this.#options;
    const current = currentRooms(stage).map((room) => copyName(room, memberId));
    const copies = await allCopies();
    if (this.#destroyed) return;
    const own = copies.filter((one) => one.sprintId === sprintId && one.memberId === memberId);
    this.#oldCopies = isInterviewing(stage)
      ? []
      : own.filter(({ name }) => !current.includes(name));
    const others = this.others.map(({ room }) => room.room);
    const open = [this.#wall?.room, this.#pile?.room, this.#pad?.room.room, ...others].flatMap(
      (room) => room ?? [],
    );
    await sendUnsent({
      ...this.#options,
      open,
      keepLate: (records) => this.keepLate(records),
      successorOf: (room) => currentRooms(stage).find((one) => isSamePlace(one, room)),
      wallTexts: (boardId) => this.wallTexts(boardId),
    });
  }

  #roomOptions(room: string, more: Partial<RoomOptions> = {}): RoomOptions {
    const { memberId, wsBase } = this.#options;
    return { room, memberId, wsBase, ...more };
  }
}
