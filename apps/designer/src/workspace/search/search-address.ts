export const spans = ['any', 'day', 'week', 'month', 'year'] as const;
export type Span = (typeof spans)[number];

/** What a search looks at, as it stands in the address of the page. */
export interface SearchAddress {
  readonly q: string;
  /** Name of the only object. */
  readonly object?: string;
  readonly isMine: boolean;
  readonly changed: Span;
  /** `Customer:id` of the record beside the results. */
  readonly peek?: string;
}

export function readSearchAddress(search: Readonly<Record<string, unknown>>): SearchAddress {
  const { q, object, mine, changed, peek } = search;
  return {
    // The router reads a text of digits as a number.
    q: typeof q === 'string' || typeof q === 'number' ? String(q) : '',
    ...(typeof object === 'string' && { object }),
    isMine: mine === true,
    changed: spans.find((span) => span === changed) ?? 'any',
    ...(typeof peek === 'string' && { peek }),
  };
}

/** The part of the address behind `?`, as the router takes it. */
export function writeSearchAddress({ q, object, isMine, changed, peek }: SearchAddress): Readonly<Record<string, unknown>> {
  return { ...(q !== '' && { q }), ...(object !== undefined && { object }), ...(isMine && { mine: true }), ...(changed !== 'any' && { changed }), ...(peek !== undefined && { peek }) };
}

export function searchHref(q: string): string {
  return searchPageHref({ q, isMine: false, changed: 'any' });
}

/** The address of the page with all of a search. */
export function searchPageHref(address: SearchAddress): string {
  const parts = Object.entries(writeSearchAddress(address)).map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`);
  return `/app/search${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

const days: Readonly<Record<Exclude<Span, 'any'>, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** The instant that a span begins with, to the hour, so that a search asked again is the same one. */
export function startOfSpan(span: Span, now: number): string | undefined {
  if (span === 'any') return undefined;
  const hour = 3_600_000;
  return new Date(Math.floor(now / hour) * hour - days[span] * 24 * hour).toISOString();
}
