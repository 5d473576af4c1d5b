/** Records that have the same keys, and the first records of other such groups that are like these. */
export interface Likeness {
  readonly ids: readonly string[];
  readonly others: readonly string[];
}

/** Groups of records each of which is like some other of its group: the largest first, ids in order. */
export function joinGroups(rows: readonly Likeness[]): readonly (readonly string[])[] {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader)) leader = next;
    leaders.set(id, leader);
    return leader;
  };
  const join = (one: string, other: string): void => {
    const [first, second] = [leaderOf(one), leaderOf(other)];
    if (first !== second) leaders.set(first > second ? first : second, first > second ? second : first);
  };
  for (const { ids, others } of rows) for (const id of [...ids, ...others]) join(ids[0] ?? id, id);
  const groups = new Map<string, string[]>();
  for (const id of leaders.keys()) {
    const leader = leaderOf(id);
    groups.set(leader, [...(groups.get(leader) ?? []), id]);
  }
  return [...groups.values()].map((ids) => ids.sort()).sort((left, right) => right.length - left.length || ((left[0] ?? '') < (right[0] ?? '') ? -1 : 1));
}
