/** The process lives and answers. */
export function GET(): Response {
  return new Response('ok\n');
}
