import { useRef, type PointerEvent } from 'react';
import { narrowestColumn, widestColumn, widthVariable } from './grid-layout.js';
import styles from './DataGrid.module.css';

interface ColumnEdgeProps {
  readonly index: number;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** The edge of a column, to be dragged. The keyboard sizes columns with Alt, Shift and the arrows. */
export function ColumnEdge({ index, width, onResize }: ColumnEdgeProps) {
  const drag = useRef<{ readonly from: number; readonly grid: HTMLElement; width: number } | null>(null);
  const begin = (event: PointerEvent<HTMLElement>) => {
    const grid = event.currentTarget.closest<HTMLElement>('[role="grid"]');
    if (!grid || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, grid, width };
  };
  const move = (event: PointerEvent) => {
    if (!drag.current) return;
    drag.current.width = Math.max(narrowestColumn, Math.min(widestColumn, Math.round(width + event.clientX - drag.current.from)));
    drag.current.grid.style.setProperty(widthVariable(index), `${drag.current.width}px`);
  };
  const end = () => {
    const last = drag.current;
    drag.current = null;
    if (last && last.width !== width) onResize(last.width);
  };
  return <span data-edge aria-hidden draggable={false} className={styles['edge']} onPointerDown={begin} onPointerMove={move} onPointerUp={end} onPointerCancel={end} onClick={(event) => event.stopPropagation()} onDragStart={(event) => event.preventDefault()} />;
}
