import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: { readonly type: string; readonly timestamp: string; readonly data: Readonly<Record<string, unknown>> & { readonly record: Readonly<Record<string, unknown>> | null } };
}

export interface Receiver {
  readonly url: string;
  /** Every request that came, answered or not. */
  readonly received: readonly Received[];
  /** How the next requests are answered; 200 until it is said. Undefined never answers. */
  answer: (received: Received, count: number) => { status: number; text?: string; headers?: Readonly<Record<string, string>> } | undefined;
  close(): Promise<void>;
}

/** A real server that takes messages. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      const one = { headers: request.headers, text, body: JSON.parse(text) as Received['body'] };
      received.push(one);
      const answer = receiver.answer(one, received.length);
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.text ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: () => ({ status: 200, text: 'ok' }),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
  return receiver;
}
