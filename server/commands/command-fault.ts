/** The world failed; `id` is in the log beside what happened. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
  readonly id: string;

  constructor(id: string) {
    super(`command failed (${id})`);
    this.id = id;
  }
}
