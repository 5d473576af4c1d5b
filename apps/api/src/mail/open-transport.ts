import type { Socket } from 'node:net';
import { createTransport, type Transporter } from 'nodemailer';
import { RequestFilteringHttpAgent } from 'request-filtering-agent';
import type { MailServer } from './mail-server.js';

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 30_000;
/** To a server that an org has set; others are no mail servers, and nobody shall look around through us. */
const MAIL_PORTS: ReadonlySet<number> = new Set([25, 465, 587, 2525]);

/** The dialogue with a server as it was, secrets left out: `S: 220 …`, `C: EHLO …`. */
export type Transcript = (line: string) => void;

/** The same guard that webhooks go through: it looks at the address that a name leads to when the connection is made. */
const guard = new RequestFilteringHttpAgent();

/** A way to one server. `connections`: how many it may be given mails over at the same time. */
export function openTransport(server: MailServer, allowedHosts: ReadonlySet<string>, connections = 1, transcript?: Transcript): Transporter {
  const { host, port, security, userName, password, trusted } = server;
  const isAllowed = !server.guarded || allowedHosts.has(host.toLowerCase()) || allowedHosts.has(`${host.toLowerCase()}:${port}`);
  return createTransport({
    host,
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: 200,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(userName !== undefined && userName !== '' && { auth: { user: userName, pass: password ?? '' } }),
    tls: { minVersion: 'TLSv1.2', ...(trusted !== undefined && { ca: [trusted] }) },
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    dnsTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(transcript && { logger: writerOf(transcript), debug: true }),
    ...(!isAllowed && { getSocket: (_: unknown, done: (error: Error | null, socket?: { connection: Socket }) => void) => connectGuarded(host, port, done) }),
  } as Parameters<typeof createTransport>[0]);
}

function connectGuarded(host: string, port: number, done: (error: Error | null, socket?: { connection: Socket }) => void): void {
  if (!MAIL_PORTS.has(port)) {
    done(new Error(`Port ${port} is none that mail servers use: 25, 465, 587 and 2525 are.`));
    return;
  }
  let isDone = false;
  const finish = (error: Error | null, socket?: Socket): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(late);
    if (error) socket?.destroy();
    done(error, error || !socket ? undefined : { connection: socket });
  };
  const late = setTimeout(() => finish(new Error(`${host} did not answer within ${CONNECT_MILLISECONDS / 1_000} seconds.`), socket), CONNECT_MILLISECONDS);
  let socket: Socket | undefined;
  try {
    // An address that is refused at once is told to the listener alone.
    socket = guard.createConnection({ host, port }, (error: Error | null) => { if (error) finish(error); }) as Socket | undefined;
    socket?.once('error', (error) => finish(error, socket));
    socket?.once('connect', () => finish(null, socket));
  } catch (error) {
    finish(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Takes what the two sides say out of the library's log, where passwords are blotted out already. */
function writerOf(transcript: Transcript): object {
  const write = (entry: { readonly tnx?: string } | undefined, ...words: readonly unknown[]): void => {
    const side = entry?.tnx === 'server' ? 'S' : entry?.tnx === 'client' ? 'C' : undefined;
    if (side) transcript(`${side}: ${words.map(String).join(' ')}`);
  };
  return { level: () => undefined, trace: write, debug: write, info: write, warn: write, error: write, fatal: write };
}
