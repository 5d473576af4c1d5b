import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface CaughtMail {
  readonly parsed: ParsedMail;
  readonly raw: string;
  readonly envelopeTo: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
}

/** How the server answers: by refusing, or by hanging up in the middle. */
export interface CatcherManners {
  /** Answer to the recipient; undefined takes it. */
  onRecipient?: (address: string) => { readonly code: number; readonly text: string } | undefined;
  /** Hangs up when the message is to be given, this many times. */
  hangUps?: number;
}

export interface MailCatcher {
  readonly port: number;
  readonly caught: CaughtMail[];
  readonly manners: CatcherManners;
  close(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it is given. */
export async function startMailCatcher(options: SMTPServerOptions = {}, manners: CatcherManners = {}): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure || options.key ? [] : ['STARTTLS'],
    logger: false,
    ...options,
    onRcptTo({ address }, _session, done) {
      const refusal = manners.onRecipient?.(address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData(stream, session, done) {
      if ((manners.hangUps ?? 0) > 0) {
        manners.hangUps = (manners.hangUps ?? 0) - 1;
        stream.resume();
        (stream as unknown as { session?: unknown }).session = undefined;
        for (const connection of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections) connection._socket.destroy();
        return;
      }
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces);
        void simpleParser(raw).then((parsed) => {
          caught.push({ parsed, raw: raw.toString('utf8'), envelopeTo: session.envelope.rcptTo.map(({ address }) => address), secure: session.secure, user: session.user as string | undefined });
          done();
        }, done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, caught, manners, close: () => new Promise((resolve) => server.close(resolve)) };
}
