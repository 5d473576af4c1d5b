import { request as sendPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as sendSecure } from 'node:https';
import type { CustomFetch } from 'openid-client';
import { guardOf, mayBeSentTo } from '../../webhooks/send-message.js';

const MOST_BYTES = 1_048_576;
const TIMEOUT_MILLISECONDS = 10_000;
/** Statuses whose answers have no body. */
const BARE = new Set([101, 204, 205, 304]);

/** Asks addresses that people of an org have typed in: no inside ones unless the settings allow them, no plain http, no redirects, no endless answers. */
export function makeGuardedFetch(allowedHosts: ReadonlySet<string>): CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    if (!mayBeSentTo(url, allowedHosts)) throw new TypeError(`${url.origin} is no https address.`);
    const text = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : undefined;
    const limit = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
    const options: RequestOptions = {
      method,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: { ...headers, 'accept-encoding': 'identity', ...(text !== undefined && { 'content-length': Buffer.byteLength(text) }) },
      ...guardOf(url, allowedHosts),
    };
    const answer = await send(url, options, text);
    return readAnswer(answer);
  };
}

function send(url: URL, options: RequestOptions, text: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? sendSecure : sendPlain)(url, options, resolve);
    request.once('error', reject);
    request.end(text);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<Response> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size > MOST_BYTES) throw new TypeError(`The answer has more than ${MOST_BYTES} bytes.`);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) for (const one of [value ?? []].flat()) headers.append(name, one);
  const status = answer.statusCode ?? 502;
  return new Response(BARE.has(status) ? null : Buffer.concat(pieces), { status, headers });
}
