/** A log whose loads and commits a test can count, hold up or break. The real one does the work. */
import type { RoomLog } from '#server/store/room-log';

export class WatchedLog {
  loads = 0;
  /** Commits that were begun, and questions whether one came through, whatever became of them. */
  attempts = 0;
  /** Rows that came through to the database, in order. */
  rows: { roomId: string; seq: number; clients: number }[] = [];
  /** Thrown in place of the next loads. */
  loadFails = false;
  /** Called before each load; may wait. */
  beforeLoad: () => void | Promise<void> = () => undefined;
  /** Called before each commit; may wait or throw. */
  before: () => void | Promise<void> = () => undefined;
  /** Called after each commit, before anybody hears of it; may throw. */
  after: () => void = () => undefined;

  readonly wrap = (log: RoomLog): RoomLog => ({
    ...log,
    load: async (roomId) => {
      this.loads += 1;
      if (this.loadFails) throw new Error('the store fails');
      await this.beforeLoad();
      return log.load(roomId);
    },
    since: (roomId, seq) => {
      this.attempts += 1;
      return log.since(roomId, seq);
    },
    append: async (on, roomId, row, clients) => {
      this.attempts += 1;
      await this.before();
      await log.append(on, roomId, row, clients);
      this.rows.push({ roomId, seq: row.seq, clients: clients.length });
      this.after();
    },
  });

  /** Commits wait from now on. @returns lets them through. */
  hold(): () => void {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    this.before = () => gate;
    return () => {
      this.before = () => undefined;
      go();
    };
  }
}
