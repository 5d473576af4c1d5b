import type { RecordList } from '../records/record-list.js';
import type { Neighbours, RecordWalk } from '../records/record-lists.js';
import type { RecordRow } from '../records/record-row.js';

export interface GroupSection {
  readonly key: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly list: RecordList;
}

/** Where a line of a grouped list stands: the head of a group, or one of its records. */
export interface GroupPlace { readonly section: GroupSection; readonly sectionIndex: number; /** −1 is the head. */ readonly row: number }

export interface GroupedRows extends RecordWalk {
  readonly rowCount: number;
  placeAt(index: number): GroupPlace | undefined;
  rowAt(index: number): RecordRow | undefined;
  show(first: number, last: number): void;
}

/** Several lists under one another, each below a head; a closed group is its head alone. */
export function layGroups(sections: readonly GroupSection[]): GroupedRows {
  const starts: number[] = [];
  let rowCount = 0;
  for (const { isOpen, count } of sections) {
    starts.push(rowCount);
    rowCount += 1 + (isOpen ? count : 0);
  }
  const sectionAt = (index: number) => {
    let [low, high] = [0, sections.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const placeAt = (index: number): GroupPlace | undefined => {
    const sectionIndex = sectionAt(index);
    const section = sections[sectionIndex];
    return section && index >= 0 && index < rowCount ? { section, sectionIndex, row: index - (starts[sectionIndex] ?? 0) - 1 } : undefined;
  };
  return {
    rowCount, placeAt,
    neighboursOf: (id) => neighboursInGroups(sections, id),
    row: (id) => sections.map(({ list }) => list.getSnapshot().row(id)).find((row) => row !== undefined),
    rowAt: (index) => {
      const place = placeAt(index);
      return place && place.row >= 0 ? place.section.list.getSnapshot().rowAt(place.row) : undefined;
    },
    show: (first, last) => {
      for (const [index, { isOpen, count, list }] of sections.entries()) {
        const start = (starts[index] ?? 0) + 1;
        const [from, to] = [Math.max(first, start), Math.min(last, start + count - 1)];
        if (!isOpen || from > to) continue;
        if (list.getSnapshot().isLoading && list.isOlderThan(freshFor)) void list.refresh();
        else list.show(from - start, to - start);
      }
    },
  };
}

/** Where a record stands among those of the open groups; what is before and after it, as far as that is loaded. */
export function neighboursInGroups(sections: readonly GroupSection[], id: string): Neighbours {
  const open = sections.filter(({ isOpen, count }) => isOpen && count > 0);
  let before = 0;
  for (const [index, { count, list }] of open.entries()) {
    const { idAt, placeOf } = list.getSnapshot();
    const at = placeOf(id);
    if (at >= 0) {
      const [earlier, later] = [open[index - 1], open[index + 1]];
      const previous = at > 0 ? idAt(at - 1) : earlier?.list.getSnapshot().idAt(earlier.count - 1);
      const next = at + 1 < count ? idAt(at + 1) : later?.list.getSnapshot().idAt(0);
      const total = open.reduce((sum, section) => sum + section.count, 0);
      return { position: before + at + 1, count: total, ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
    }
    before += count;
  }
  return {};
}

const freshFor = 10_000;
