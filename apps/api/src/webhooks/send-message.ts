import { request as sendPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as sendSecure } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Webhook as Signer } from 'standardwebhooks';
import { tracing } from '../tracing/tracing.js';
import type { Attempt, Message, Webhook } from './webhook.js';

export const MOST_RESPONSE_BYTES = 10_240;
const TIMEOUT_MILLISECONDS = 10_000;

/** Addresses of the machine itself, of inside networks and of cloud metadata are refused after the name is resolved, when the connection is made. */
const guarded = { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() };

type Receiver = Pick<Webhook, 'url' | 'headers' | 'secrets'>;

/** Sends one message and says what came of it; never throws. Redirects are not followed: they count as refusals. Of the answer only the beginning is kept. */
export function sendMessage(webhook: Receiver, message: Message, allowedHosts: ReadonlySet<string>, { mostBytes = MOST_RESPONSE_BYTES, from = [] }: SendOptions = {}): Promise<Attempt> {
  const { on } = tracing;
  const send = () => attempt(webhook, message, allowedHosts, mostBytes);
  if (!on) return send();
  const told = async (): Promise<Attempt> => {
    const done = await send();
    on.note(done.status === undefined ? { 'error.type': 'unanswered' } : { 'http.response.status_code': done.status });
    return done;
  };
  return on.span('POST webhook', { 'http.request.method': 'POST', 'server.address': URL.canParse(webhook.url) ? new URL(webhook.url).hostname : '' }, told, { kind: 'client', from });
}

interface SendOptions {
  readonly mostBytes?: number;
  /** `traceparent` headers of what set it off. */
  readonly from?: readonly string[];
}

async function attempt(webhook: Receiver, message: Message, allowedHosts: ReadonlySet<string>, mostBytes: number): Promise<Attempt> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const response = await post(webhook, message, allowedHosts);
    const text = await readStart(response, mostBytes);
    const status = response.statusCode ?? 0;
    const asked = Number(response.headers['retry-after']) * 1_000;
    return { ok: status >= 200 && status < 300, status, response: text, milliseconds: took(), ...(asked > 0 && { retryAfterMilliseconds: asked }) };
  } catch (error) {
    return { ok: false, error: describe(error), milliseconds: took() };
  }
}

/** Whether a webhook may send to the address. */
export function mayBeSentTo(url: URL, allowedHosts: ReadonlySet<string>): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isAllowed(url, allowedHosts));
}

/** What a request to the address has to go through; nothing for hosts that the settings allow. */
export function guardOf(url: URL, allowedHosts: ReadonlySet<string>): { readonly agent?: RequestFilteringHttpAgent | RequestFilteringHttpsAgent } {
  if (isAllowed(url, allowedHosts)) return {};
  return { agent: url.protocol === 'https:' ? guarded.https : guarded.http };
}

function isAllowed(url: URL, allowedHosts: ReadonlySet<string>): boolean {
  return allowedHosts.has(url.hostname.replace(/^\[|\]$/g, '')) || allowedHosts.has(url.host);
}

function post({ url: address, headers, secrets }: Receiver, { id, body }: Message, allowedHosts: ReadonlySet<string>): Promise<IncomingMessage> {
  const url = new URL(address);
  if (!mayBeSentTo(url, allowedHosts)) return Promise.reject(new Error('Messages go to https addresses only.'));
  if (secrets.length === 0) return Promise.reject(new Error('The signing secret cannot be read: its encryption key is missing. Make a new secret.'));
  const isSecure = url.protocol === 'https:';
  const now = new Date();
  const traceparent = tracing.on?.traceparent();
  const options: RequestOptions = {
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    ...guardOf(url, allowedHosts),
    headers: {
      'user-agent': 'Guanxi-Webhooks/1',
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, now, body)).join(' '),
      ...(traceparent !== undefined && { traceparent }),
    },
  };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? sendSecure : sendPlain)(url, options, resolve);
    request.once('error', reject);
    request.end(body);
  });
}

async function readStart(response: IncomingMessage, mostBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size >= mostBytes) break;
  }
  // PostgreSQL keeps no NUL in text.
  return Buffer.concat(pieces).subarray(0, mostBytes).toString('utf8').replaceAll('\0', '\uFFFD');
}

function describe(error: unknown): string {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return `No answer within ${TIMEOUT_MILLISECONDS / 1_000} seconds.`;
  return error instanceof Error ? error.message : String(error);
}
