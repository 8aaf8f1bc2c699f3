/** Which machine is on the line, for limits per address only; never stored. */
import type { IncomingMessage } from 'node:http';

/**
 * @param proxies how many reverse proxies of ours stand in front: only what the outermost of them
 * wrote is believed, since anybody can send the header.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const told = [request.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
  return told.at(-proxies)?.trim() || direct;
}
