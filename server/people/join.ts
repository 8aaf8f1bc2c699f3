/**
 * Comes in by a code or a link, with a name. Whoever has a session joins as that person; else a
 * guest is made. Whoever is a member already walks straight in, whatever the door says.
 */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Transaction } from '#server/db/database';
import { people, sprints } from '#server/db/tables';
import { countMembers, keyOfCode, keyOfLink, memberOf, type Key } from '#server/people/door';
import { checked, nameField } from '#server/people/fields';
import { addMember } from '#server/people/new-member';
import { refuse, type PeopleParts, type SignedIn, type Visit } from '#server/people/parts';

const form = v.object({ name: nameField });

export type Joined = {
  sprintId: string;
  memberId: string;
  /** Above 1: others in the sprint carry the same name, and this is the number behind it. */
  nameNumber: number;
  /** Set when a session was made. */
  signedIn: SignedIn | null;
};

/**
 * @param input `token` of a link or `code` as typed, and `name`.
 * @throws RefusedError as `keyOfLink` or `keyOfCode`; door-closed; room-full; too-fast; field refusals on `name`.
 */
export async function join(
  parts: PeopleParts,
  input: { token?: string; code?: unknown; name?: unknown },
  visit: Visit,
): Promise<Joined> {
  const key =
    input.token === undefined
      ? await keyOfCode(parts, typeof input.code === 'string' ? input.code : '', visit)
      : await keyOfLink(parts, input.token);
  const already = await memberOf(parts.db, key.sprintId, visit);
  if (already) return walkIn(key, already);

  const { name } = checked(form, { name: input.name });
  const joined = await counted(parts, { door: key, by: input.token ?? 'code', visit }, () =>
    parts.db.transaction((tx) => letIn(parts, tx, { key, name, visit })),
  );
  parts.backplane.publish({ kind: 'authority-changed', sprintId: key.sprintId });
  // A phone session of another sprint loses its cookie to the new one.
  if (joined.signedIn && visit.session) await parts.sessions.endSession(visit.session.id);
  return joined;
}

/**
 * Counts a newcomer per address and per link, within the sprint: who only has a link cannot fill the
 * room before somebody sees it, and what happens in one sprint keeps nobody out of another.
 */
async function counted(
  { limits }: PeopleParts,
  { door, by, visit }: { door: Key; by: string; visit: Visit },
  enter: () => Promise<Joined>,
): Promise<Joined> {
  const tries = [
    { limit: 'joinPerAddress', key: `${door.sprintId} ${visit.address}` },
    { limit: 'joinPerKey', key: `${door.sprintId} ${by}` },
  ] as const;
  const taken: (typeof tries)[number][] = [];
  try {
    for (const one of tries) {
      await limits.take(one.limit, one.key);
      taken.push(one);
    }
    return await enter();
  } catch (thrown) {
    // Who did not get in does not count: a class before a shut door comes in when it opens.
    for (const { limit, key } of taken) await limits.giveBack(limit, key);
    throw thrown;
  }
}

function walkIn(key: Key, member: { id: string; nameNumber: number }): Joined {
  return {
    sprintId: key.sprintId,
    memberId: member.id,
    nameNumber: member.nameNumber,
    signedIn: null,
  };
}

async function letIn(
  parts: PeopleParts,
  tx: Transaction,
  { key, name, visit }: { key: Key; name: string; visit: Visit },
): Promise<Joined> {
  // The lock makes the count, the number behind the name and the door hold under a crowd.
  const [sprint] = await tx
    .select({ doorOpen: sprints.doorOpen })
    .from(sprints)
    .where(eq(sprints.id, key.sprintId))
    .for('update');
  if (!sprint) refuse('no-such-sprint');
  const already = await memberOf(tx, key.sprintId, visit);
  if (already) return walkIn(key, already);
  if (!sprint.doorOpen) refuse('door-closed');
  if ((await countMembers(tx, key.sprintId)) >= parts.config.roomLimit) refuse('room-full');

  const { session } = visit;
  const known = session && !session.onlySprintId ? session.personId : null;
  const personId = known ?? (await makeGuest(parts, tx, { name, language: visit.language }));
  const member = await addMember(parts, tx, { ...key, personId, name });
  const signedIn = known
    ? null
    : await parts.sessions.createSession(personId, { userAgent: visit.userAgent, tx });
  return { ...walkIn(key, member), signedIn };
}

async function makeGuest(
  { random }: PeopleParts,
  tx: Transaction,
  guest: { name: string; language: string },
): Promise<string> {
  const id = random.newId();
  await tx.insert(people).values({ id, ...guest });
  return id;
}
