import type { IncomingHttpHeaders } from 'node:http';

export type Encoding = 'br' | 'gzip' | 'identity';

/** The first of the offered encodings that the other side says it understands. */
export function chooseEncoding(request: { readonly headers: IncomingHttpHeaders }, offered: readonly Encoding[] = ['br', 'gzip']): Encoding {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return offered.find((encoding) => accepted.includes(encoding)) ?? 'identity';
}
