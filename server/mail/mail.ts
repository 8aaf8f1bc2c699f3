/** Sends mail through the SMTP server of `SMTP_URL`. The only place that knows nodemailer. */
import { createTransport } from 'nodemailer';

export type MailMessage = { to: string; subject: string; text: string };

export type Mail = {
  /** Throws when the server cannot be reached or refuses the message. */
  send(message: MailMessage): Promise<void>;
  close(): void;
};

// A mail server that does not answer must not hold a request's memory for the default ten minutes.
const TIMEOUT_MS = 20_000;

/** @returns null where no server is set. */
export function createMail({ url, from }: { url: string | null; from: string }): Mail | null {
  if (!url) return null;
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
    close() {
      transport.close();
    },
  };
}
