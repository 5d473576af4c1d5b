import { request as send, type Agent } from 'node:http';
import { connect } from 'node:net';
import type { RawRequest } from './hostile-requests.js';

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const LONGEST_WAIT = 40_000;

/** Sends bytes and headers as they are. Rejects when there is no answer in time. */
export function sendRaw(port: number, agent: Agent, { method = 'POST', path = '/graphql', headers = {}, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = send({ host: '127.0.0.1', port, agent, method, path, headers: { ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }), ...headers }, timeout: LONGEST_WAIT }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text: Buffer.concat(pieces).toString() }));
    });
    sent.on('timeout', () => sent.destroy(new Error(`No answer within ${LONGEST_WAIT} ms`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends the beginning of a request and is gone. */
export function breakOff(port: number, text: string, after: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    setTimeout(() => socket.destroy(), after);
  });
}
