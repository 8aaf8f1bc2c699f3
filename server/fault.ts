/**
 * The world failed and whoever starts the server can do something about it: the message is the
 * sentence that is shown, without a stack.
 */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
