import type { FastifyRequest } from 'fastify';

/** The language that an answer is told in: the person's own, else the one their browser asks for first. */
export function requestLocale({ actor, headers }: Pick<FastifyRequest, 'actor' | 'headers'>): string {
  return actor?.locale ?? askedLocale(headers) ?? 'en';
}

/** The first language of the header Accept-Language. */
export function askedLocale(headers: FastifyRequest['headers']): string | undefined {
  return /^\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)/.exec(headers['accept-language'] ?? '')?.[1];
}
