import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './CardList.module.css';

export interface CardListProps {
  readonly label: string;
  readonly count: number;
  /** Pixels of each. */
  readonly height: number;
  readonly draw: (index: number) => ReactNode;
  readonly onVisibleRange?: (first: number, last: number) => void;
  readonly isRefetching?: boolean;
  readonly foot?: ReactNode;
}

/** Any number of records under one another where a table would have no room; only those in sight are in the document. */
export function CardList({ label, count, height, draw, onVisibleRange, isRefetching, foot }: CardListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({ count, estimateSize: () => height, getScrollElement: () => scroller.current, overscan: 6 });
  useEffect(() => virtualizer.measure(), [height, virtualizer]);
  const shown = virtualizer.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => { if (count > 0) onVisibleRange?.(first, last); }, [first, last, count, onVisibleRange]);
  return (
    <div ref={scroller} className={styles['scroller']} aria-busy={isRefetching || undefined}>
      <ul aria-label={label} className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start }) => <li key={index} aria-setsize={count} aria-posinset={index + 1} className={styles['place']} style={{ transform: `translateY(${start}px)`, height }}>{draw(index)}</li>)}
      </ul>
      {foot !== undefined && <p className={styles['foot']}>{foot}</p>}
    </div>
  );
}
