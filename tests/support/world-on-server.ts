/** A world on a whole server: its people meet the rooms by real websockets. */
import { SESSION_COOKIE } from '#server/auth/session';
import type { PrivateKind } from '#domain/exercises/exercise';
import { roomName } from '#protocol/rooms';
import { BareClient } from '#tests/rooms/support/clients';
import type { Ground } from '#tests/support/ground';
import type { Cast, World } from '#tests/support/sprint-world';
import type { TestServer } from '#tests/support/start-server';

/** The parts of a server on which worlds stand; it is closed by whoever started it. */
export function groundOf({ db, app, clock }: Pick<TestServer, 'db' | 'app' | 'clock'>): Ground {
  const { commands, authorities, rooms, stages } = app;
  return {
    ...{ db, commands, authorities, rooms, stages, clock },
    ...{ signals: [], logged: [], close: async () => {} },
  };
}

/** Somebody at the door of a board or of a private room, a pile where its kind is left out, at its address of now. */
export async function knockAt(
  server: TestServer,
  world: World,
  who: Cast,
  owner: { boardId: string } | { memberId: string; kind?: PrivateKind },
): Promise<BareClient> {
  const { sessions } = server.app;
  const { token } = await sessions.createSession(world.sessions[who]?.personId ?? '');
  const room = (await world.authority()).rooms.find((one) =>
    'boardId' in owner
      ? one.boardId === owner.boardId
      : one.kind === (owner.kind ?? 'pile') && one.memberId === owner.memberId,
  );
  if (!room) throw new Error('no such room');
  const { sprintId, lineage, boardId, memberId, kind } = room;
  const name =
    boardId !== null
      ? roomName({ kind: 'board', sprintId, boardId, lineage })
      : roomName({
          ...{ kind: 'private', private: kind as PrivateKind },
          ...{ sprintId, memberId: memberId ?? '', lineage },
        });
  const cookie = `${SESSION_COOKIE}=${token}`;
  return new BareClient(`${server.wsUrl}/sync/${name}?ack=1`, {
    cookie,
    origin: server.url,
  }).open();
}
