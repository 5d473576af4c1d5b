import type { FastifyRequest } from 'fastify';

/**
 * The texts of a JSON body; undefined when one is missing. JSON only: a form on another site can send everything else, and
 * would sign its visitor in as somebody.
 */
export function readTexts<Name extends string>({ headers }: FastifyRequest, body: unknown, names: readonly Name[]): Readonly<Record<Name, string>> | undefined {
  const found = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  if (!headers['content-type']?.startsWith('application/json') || !names.every((name) => typeof found[name] === 'string')) return undefined;
  return Object.fromEntries(names.map((name) => [name, found[name]])) as Record<Name, string>;
}
