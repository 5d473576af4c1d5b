import type { MailServer } from './mail-server.js';
import { openTransport } from './open-transport.js';
import { readFailure, trim } from './send-mail.js';

export interface ServerTest {
  readonly ok: boolean;
  /** Empty where it works. */
  readonly failure: string;
  readonly transcript: readonly string[];
  readonly milliseconds: number;
}

const MOST_LINES = 60;

/** Connects, greets and signs in; sends nothing. What was said is told, passwords left out. */
export async function testServer(server: MailServer, allowedHosts: ReadonlySet<string>): Promise<ServerTest> {
  const began = performance.now();
  const transcript: string[] = [];
  const transport = openTransport(server, allowedHosts, 1, (line) => {
    if (transcript.length < MOST_LINES) transcript.push(...trim(line).split('\n').map((one) => withoutSecrets(one, server)));
  });
  try {
    await transport.verify();
    return { ok: true, failure: '', transcript, milliseconds: Math.round(performance.now() - began) };
  } catch (error) {
    return { ok: false, failure: withoutSecrets(readFailure(error).failure ?? '', server), transcript, milliseconds: Math.round(performance.now() - began) };
  } finally {
    transport.close();
  }
}

/** The library blots passwords out; a server might say them back to us. */
function withoutSecrets(text: string, { userName = '', password = '' }: MailServer): string {
  const secrets = password === '' ? [] : [password, Buffer.from(password).toString('base64'), Buffer.from(`\0${userName}\0${password}`).toString('base64')];
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '•••'), text);
}
