import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Sheet.module.css';

const [narrowest, widest, step] = [320, 720, 24];

/** The edge of a panel, to be dragged or moved by the arrow keys. */
export function PanelEdge({ width, onResize }: { readonly width: number; readonly onResize: (width: number) => void }) {
  const { t } = useTranslation();
  const drag = useRef<number | null>(null);
  const resize = (to: number) => onResize(Math.max(narrowest, Math.min(widest, Math.round(to))));
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = event.clientX + width;
  };
  const onPointerMove = (event: PointerEvent) => { if (drag.current !== null) resize(drag.current - event.clientX); };
  const onPointerUp = () => { drag.current = null; };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    resize(width + (event.key === 'ArrowLeft' ? step : -step));
  };
  return (
    <div role="separator" tabIndex={0} aria-orientation="vertical" aria-label={t('ui.resizePanel')} aria-valuenow={width} aria-valuemin={narrowest} aria-valuemax={widest} className={styles['edge']}
      onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={onPointerUp} onKeyDown={onKeyDown} />
  );
}
