/** A reader on a real socket who does not read, while a large stage changes again and again. */
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { LiveDown } from '#protocol/stage';
import type { Authorities } from '#server/stage/authorities';
import type { Authority, Member, Sprint } from '#server/stage/authority';
import { createLog } from '#server/log';
import { createPresence } from '#server/stage/presence';
import { createStagePush, type StageReader } from '#server/stage/stage-push';
import { bareAuthority } from '#tests/support/bare-authority';

const CHANGES = 25;
const at = new Date('2030-01-07T09:00:00Z');

function sprintAt(version: number): Authority {
  const anna: Partial<Member> = {
    ...{ id: 'anna', sprintId: 's', personId: 'p', name: 'Anna', nameNumber: 1, color: 0 },
    ...{ role: 'deelnemer', duties: [], joinedAt: at, removedAt: null, handRaisedAt: null },
  };
  const sprint: Partial<Sprint> = {
    ...{ id: 's', name: 'Sprint', language: 'nl', template: 'five-day', version, createdAt: at },
    // More than the buffers between two sockets hold of all the changes together.
    ...{ challenge: 'x'.repeat(2_000_000), startsOn: '2030-01-07', timeZone: 'Europe/Amsterdam' },
    ...{ clockDurationMs: 0, clockDeadlineAt: null, clockRemainingMs: null },
  };
  return { ...bareAuthority, sprint: sprint as Sprint, members: [anna as Member] };
}

it('[C58] who reads slowly gets the newest stage, and not each of those between', async () => {
  const door = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const [socket] = (await once(door, 'connection')) as [WebSocket];
  const versions: number[] = [];
  const newest = new Promise<void>((resolve) => {
    client.on('message', (data) => {
      const frame = JSON.parse(String(data)) as LiveDown;
      if (frame.kind === 'stage') versions.push(frame.stage.version);
      if (versions.at(-1) === CHANGES) resolve();
    });
  });
  const session = { personId: 'p', onlySprintId: null } as StageReader['session'];
  const reader: StageReader = {
    socket,
    session,
    sentVersion: 0,
    sentHash: '',
    isDue: true,
    isSending: false,
  };
  let version = 0;
  const asked = new EventEmitter();
  const push = createStagePush({
    authorities: {
      async of() {
        asked.emit('now');
        return sprintAt(version);
      },
    } as unknown as Authorities,
    presence: createPresence(),
    pileCounts: { of: async () => new Map() } as never,
    clock: { now: () => at },
    log: createLog('silent'),
    readersOf: () => [reader],
  });
  try {
    if (client.readyState !== client.OPEN) await once(client, 'open');
    client.pause();
    for (version = 1; version <= CHANGES; version += 1) {
      const isAsked = once(asked, 'now');
      push('s');
      await isAsked;
    }
    version = CHANGES;
    expect(socket.bufferedAmount).toBeLessThan(4_500_000);
    client.resume();
    await newest;
    expect(versions.length).toBeLessThan(CHANGES - 5);
  } finally {
    client.terminate();
    door.close();
  }
});
