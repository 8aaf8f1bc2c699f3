import type { LayoutServerLoad } from './$types';

/** Who is on the line, for the frame of every page outside a sprint. */
export const load: LayoutServerLoad = ({ locals: { session } }) => {
  if (!session) return { me: null };
  const kind = session.onlySprintId ? 'phone' : session.email === null ? 'guest' : 'account';
  return { me: { name: session.name, kind } as const };
};
