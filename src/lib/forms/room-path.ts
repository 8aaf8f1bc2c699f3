/** The way into a sprint's room. */

/**
 * @param joined `nameNumber` above 1 makes the room say which number stands behind the name.
 * @returns the path of the room.
 */
export function roomPath(joined: { sprintId: string; nameNumber: number }): string {
  return `/sprint/${joined.sprintId}${joined.nameNumber > 1 ? '?numbered' : ''}`;
}
