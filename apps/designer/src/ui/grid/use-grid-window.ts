import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { usePreferences } from '../preferences/preferences.js';

/** Rows of one page, for people who want pages. */
export const rowsPerPage = 50;

export interface GridPages {
  /** Begins with 0. */
  readonly page: number;
  readonly count: number;
  readonly open: (page: number) => void;
}

/** Which rows of a grid are in the document, and where. Indexes are those of all rows. */
export interface GridWindow {
  /** Pixels from the top of the body. */
  readonly places: readonly { readonly index: number; readonly start: number }[];
  /** Pixels of the body. */
  readonly height: number;
  /** The rows that people can see or scroll to; both included. */
  readonly first: number;
  readonly last: number;
  readonly scrollToRow: (index: number) => void;
  readonly pages: GridPages | null;
}

interface GridWindowOptions {
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** This row stays in the document wherever people scroll to. */
  readonly kept: RefObject<number>;
}

/** The rows in sight; or, where a person prefers pages, the rows of one page: nothing then comes and goes while a screen reader reads. */
export function useGridWindow(options: GridWindowOptions): GridWindow {
  const { pagedTables } = usePreferences();
  const inSight = useRowsInSight(options, !pagedTables);
  const onPage = useRowsOfPage(options);
  return pagedTables ? onPage : inSight;
}

function useRowsInSight({ rowCount, rowHeight, scroller, kept }: GridWindowOptions, enabled: boolean): GridWindow {
  const virtualizer = useVirtualizer({
    count: rowCount, enabled, estimateSize: () => rowHeight, getScrollElement: () => scroller.current, overscan: 8,
    // The sticky head covers this much of the rows.
    scrollPaddingStart: rowHeight, scrollPaddingEnd: rowHeight,
    rangeExtractor: useCallback((range: Range) => {
      const near = defaultRangeExtractor(range);
      const row = Math.min(kept.current, range.count - 1);
      return row < 0 || near.includes(row) ? near : [...near, row].sort((one, other) => one - other);
    }, [kept]),
  });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
  return {
    places: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize(),
    first: virtualizer.range?.startIndex ?? 0, last: virtualizer.range?.endIndex ?? 0,
    scrollToRow: (index) => virtualizer.scrollToIndex(index), pages: null,
  };
}

function useRowsOfPage({ rowCount, rowHeight, scroller }: GridWindowOptions): GridWindow {
  const [asked, setAsked] = useState(0);
  const count = Math.max(1, Math.ceil(rowCount / rowsPerPage));
  const page = Math.min(asked, count - 1);
  const first = page * rowsPerPage;
  const last = Math.min(rowCount, first + rowsPerPage) - 1;
  const open = (next: number) => {
    // At once: the keys that brought people here go on to a row of the new page.
    flushSync(() => setAsked(Math.max(0, Math.min(count - 1, next))));
    scroller.current?.scrollTo({ top: 0 });
  };
  const scrollToRow = (index: number) => {
    const of = Math.floor(index / rowsPerPage);
    if (of !== page) open(of);
    const { current: frame } = scroller;
    if (!frame) return;
    // What stands at the top and at the bottom covers a row each.
    const [top, room] = [(index - of * rowsPerPage) * rowHeight, frame.clientHeight - 2 * rowHeight];
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + rowHeight > frame.scrollTop + room) frame.scrollTop = top + rowHeight - room;
  };
  return {
    places: Array.from({ length: Math.max(0, last - first + 1) }, (_, row) => ({ index: first + row, start: row * rowHeight })),
    height: Math.max(0, last - first + 1) * rowHeight, first, last, scrollToRow, pages: { page, count, open },
  };
}
