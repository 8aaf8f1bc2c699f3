/** A live socket of a test: remembers what it heard, and waits until something was. */
import { WebSocket } from 'ws';
import type { LiveDown, Stage } from '#protocol/stage';

export class Live {
  readonly heard: LiveDown[] = [];
  readonly socket: WebSocket;
  closedWith: number | undefined;
  #listeners = new Set<() => void>();

  /** @param entry the address of a live socket, the page's origin, and the cookie of who opens it. */
  constructor(address: string, { origin, cookie }: { origin: string; cookie: string | undefined }) {
    const headers = cookie === undefined ? {} : { cookie };
    this.socket = new WebSocket(address, { headers, origin });
    this.socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)) as LiveDown);
      this.#tell();
    });
    this.socket.on('close', (code) => {
      this.closedWith = code;
      this.#tell();
    });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  get stages(): Stage[] {
    return this.heard.flatMap((one) => (one.kind === 'stage' ? [one.stage] : []));
  }

  /** Waits until something is true of what was heard. */
  until<T>(look: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('it was never heard')), 5_000);
      const listener = (): void => {
        const seen = look();
        if (seen === undefined || seen === false) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(seen);
      };
      this.#listeners.add(listener);
      listener();
    });
  }

  stage(which: (stage: Stage) => boolean = () => true): Promise<Stage> {
    return this.until(() => this.stages.findLast(which));
  }

  closed(): Promise<number> {
    return this.until(() => this.closedWith);
  }
}
