import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding } from './choose-encoding.js';

const compress = promisify(gzip);
/** Below it, compressing takes longer than sending. */
const WORTH_COMPRESSING = 20_000;

/** Sends text that is made for this one answer: quickly compressed where it is long. */
export async function sendCompressed(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  reply.header('vary', 'accept-encoding');
  if (text.length < WORTH_COMPRESSING || chooseEncoding(request, ['gzip']) === 'identity') return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(await compress(text, { level: 4 }));
}
