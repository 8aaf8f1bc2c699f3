/** An SMTP server that takes every message and keeps it, for tests of what is mailed to whom. */
import { createServer, type AddressInfo, type Socket } from 'node:net';

export type MailSink = {
  readonly url: string;
  /** Whole messages, headers included, in order of arrival. */
  readonly messages: string[];
  close(): Promise<void>;
};

/** What a message says, with the encoding of its lines undone. */
export function readMail(message: string): string {
  const bytes = message
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** @param refuses part of an address for which it has no mailbox. */
export async function startMailSink({ refuses = '' } = {}): Promise<MailSink> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    talk(socket, { messages, refuses });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function talk(
  socket: Socket,
  { messages, refuses }: { messages: string[]; refuses: string },
): void {
  let message: string[] | null = null;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 sink');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (message && line !== '.') message.push(line);
      else if (message) {
        messages.push(message.join('\n'));
        message = null;
        say('250 taken');
      } else if (line.startsWith('DATA')) {
        message = [];
        say('354 go on');
      } else if (refuses && line.startsWith('RCPT') && line.includes(refuses)) {
        say('550 no such mailbox');
      } else say(line.startsWith('QUIT') ? '221 bye' : '250 fine');
    }
  });
}
