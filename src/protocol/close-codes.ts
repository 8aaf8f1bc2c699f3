/**
 * Why the server closes a websocket. 44xx: do not come back by yourself (the stock provider treats
 * 4400-4499 as final). 45xx: try again.
 */
export const closeCodes = {
  badFrame: 4400,
  notSignedIn: 4401,
  notAMember: 4403,
  noSuchRoom: 4404,
  clientTooOld: 4409,
  otherLineage: 4410,
  tooLarge: 4413,
  couldNotLoad: 4503,
  /** What is stored of the room cannot be read: a facilitator can bring it back, under another address. */
  unreadable: 4504,
  roomFull: 4508,
  tooFast: 4529,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
