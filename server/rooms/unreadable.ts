/** What is stored of a room does not make a document that can be read: trying again changes nothing. */
export class UnreadableRoomError extends Error {
  override readonly name = 'UnreadableRoomError';
  readonly roomId: string;

  constructor(roomId: string, options: ErrorOptions) {
    super('the room cannot be read', options);
    this.roomId = roomId;
  }
}
