/** The ids of a list as far as they are known: from its beginning on, and back from its end. */
export interface ListEnds {
  readonly head: readonly string[];
  /** In the order of the list; the last one is the end of it. Empty once both have met. */
  readonly tail: readonly string[];
  /** Nothing is missing in between. */
  readonly isWhole: boolean;
}

export const noEnds: ListEnds = { head: [], tail: [], isWhole: false };

/** `ids` follow what is known of the beginning. */
export function growHead({ head, tail }: ListEnds, ids: readonly string[], hasMore: boolean): ListEnds {
  return join(head.concat(without(ids, head)), tail, ids, !hasMore);
}

/** `ids` come before what is known of the end. */
export function growTail({ head, tail }: ListEnds, ids: readonly string[], hasMore: boolean): ListEnds {
  return join(head, without(ids, tail).concat(tail), ids, !hasMore);
}

export function lengthOf({ head, tail, isWhole }: ListEnds, total: number | null): number {
  return isWhole ? head.length : Math.max(total ?? 0, head.length + tail.length);
}

export function idAt({ head, tail }: ListEnds, length: number, index: number): string | undefined {
  return index < head.length ? head[index] : tail[index - (length - tail.length)];
}

/** −1 where it is not known. */
export function placeOf({ head, tail }: ListEnds, length: number, id: string): number {
  const [fromStart, fromEnd] = [head.indexOf(id), tail.indexOf(id)];
  return fromStart >= 0 || fromEnd < 0 ? fromStart : length - tail.length + fromEnd;
}

export function dropIds({ head, tail, isWhole }: ListEnds, gone: ReadonlySet<string>): ListEnds {
  const stays = (id: string) => !gone.has(id);
  return { head: head.filter(stays), tail: tail.filter(stays), isWhole };
}

/** Records move meanwhile: what comes a second time stands where it came first. */
function without(ids: readonly string[], known: readonly string[]): readonly string[] {
  // A record that comes again is one of the last; a list of 100,000 is not gone through for each page.
  const near = new Set([...known.slice(0, reach), ...known.slice(-reach)]);
  return ids.filter((id) => !near.has(id));
}

const reach = 2_000;

/** Both ends have met where the new ids are known at the other one, or nothing is left to fetch. */
function join(head: readonly string[], tail: readonly string[], added: readonly string[], isDone: boolean): ListEnds {
  if (tail.length === 0) return { head, tail, isWhole: isDone };
  const fresh = new Set(added);
  const hasMet = tail.some((id) => fresh.has(id)) && head.some((id) => fresh.has(id));
  if (!hasMet && !isDone) return { head, tail, isWhole: false };
  const known = new Set(head);
  return { head: head.concat(tail.filter((id) => !known.has(id))), tail: [], isWhole: true };
}
