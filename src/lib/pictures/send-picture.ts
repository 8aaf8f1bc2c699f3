/** One file on its way to the server, with what of it has been sent: `fetch` cannot tell that. */
import type { Refusal } from '#domain/refusal';
import { uploadPath, type AddedPicture, type PictureAnswer } from '#protocol/pictures';
import { shrunk } from './shrink-photo';

/** `away`: no answer came, or the server could not keep it now; later it may. */
export type Sent =
  | { readonly kind: 'taken'; readonly picture: AddedPicture }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'away' };

export type SendPicture = (
  file: File,
  to: { readonly sprintId: string; readonly boardId: string },
  on: { readonly share: (share: number) => void; readonly signal: AbortSignal },
) => Promise<Sent>;

/** No progress and no answer for so long counts as no connection. */
const SILENT_MS = 45_000;
const TOO_LARGE = 413;

/** @param on `share` hears how much is sent, 0 to 1; `signal` ends it, and then the answer says 'away'. */
export const sendPicture: SendPicture = async (file, to, on) => {
  const body = await shrunk(file);
  if (on.signal.aborted) return { kind: 'away' };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENT_MS);
    };
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      heard();
      if (lengthComputable && total > 0) on.share(loaded / total);
    };
    request.onloadend = () => {
      clearTimeout(silence);
      resolve(read(request));
    };
    on.signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', uploadPath(to.sprintId, to.boardId));
    heard();
    request.send(body);
  });
};

function read({ status, responseText }: XMLHttpRequest): Sent {
  try {
    const answer = JSON.parse(responseText) as Partial<PictureAnswer>;
    if (answer.ok === true && answer.picture) return { kind: 'taken', picture: answer.picture };
    if (answer.ok === false && answer.refusal) return { kind: 'refused', refusal: answer.refusal };
  } catch {
    // Not from our server: a proxy, or nothing at all.
  }
  if (status === TOO_LARGE) return { kind: 'refused', refusal: { code: 'picture-too-large' } };
  return { kind: 'away' };
}
