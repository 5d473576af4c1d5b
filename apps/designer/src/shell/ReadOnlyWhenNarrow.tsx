import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, useNarrow } from '../ui/index.js';
import styles from './ReadOnlyWhenNarrow.module.css';

/** Links, tabs and what unfolds are for reading; everything else would change something. */
const readers = 'a[href], [role="tab"], summary, [aria-expanded]:not([aria-haspopup])';
const changers = 'button, input, select, textarea, label, [contenteditable="true"], [role="button"], [role="switch"], [role="checkbox"], [role="radio"], [role="combobox"], [role="menuitem"], [role="option"], [role="slider"], [draggable="true"], .react-flow__node, .react-flow__handle';
const passing = new Set(['Tab', 'Escape', 'Home', 'End', 'PageUp', 'PageDown']);

/** Designers need room: on a phone they are there to be read, and say so. */
export function ReadOnlyWhenNarrow({ isDesigner, children }: { readonly isDesigner: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  if (!isDesigner || !isNarrow) return children;
  const refuse = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const guard = (event: SyntheticEvent) => {
    if (event.target instanceof Element && event.target.closest(changers) && !event.target.closest(readers)) refuse(event);
  };
  const guardKeys = (event: KeyboardEvent) => { if (!passing.has(event.key) && !event.key.startsWith('Arrow')) guard(event); };
  return (
    <div className={styles['place']} onPointerDownCapture={guard} onMouseDownCapture={guard} onClickCapture={guard} onBeforeInputCapture={guard} onDragStartCapture={refuse} onKeyDownCapture={guardKeys}>
      <div className={styles['notice']}><Notice title={t('shell.narrow.title')}>{t('shell.narrow.body')}</Notice></div>
      {children}
    </div>
  );
}
