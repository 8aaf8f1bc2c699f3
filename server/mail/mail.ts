/**
 * Sends mail through the SMTP server of `SMTP_URL`. The only place that knows nodemailer, and the only
 * one that makes links for mails: from `ORIGIN`, since the Host of a request is whatever its sender
 * wrote there, and who asks for a mail is not who reads it.
 */
import { createTransport } from 'nodemailer';

export type MailMessage = { to: string; subject: string; text: string };

export type Mail = {
  /** Throws when the server cannot be reached or refuses the message. */
  send(message: MailMessage): Promise<void>;
  /** The address of one of our pages, for a mail. @param path begins with a slash. */
  linkTo(path: string): string;
  close(): void;
};

/** Whether the mail server said that it will never take a mail for this address. @param thrown by `send`. */
export function isRefusedForGood(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !('code' in thrown) || !('responseCode' in thrown))
    return false;
  return thrown.code === 'EENVELOPE' && Number(thrown.responseCode) >= 500;
}

// A mail server that does not answer must not hold a request's memory for the default ten minutes.
const TIMEOUT_MS = 20_000;

/**
 * @param origin the first of `ORIGIN`; the settings refuse a mail server without one.
 * @returns null where no server is set.
 */
export function createMail({
  url,
  from,
  origin,
}: {
  url: string | null;
  from: string;
  origin: string | undefined;
}): Mail | null {
  if (!url || origin === undefined) return null;
  const transport = createTransport(
    {
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    },
    { from },
  );
  return {
    async send(message) {
      await transport.sendMail(message);
    },
    linkTo: (path) => origin + path,
    close() {
      transport.close();
    },
  };
}
