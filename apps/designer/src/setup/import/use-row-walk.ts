import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../ui/index.js';

/**
 * J and K, or the arrows while a row has the focus, walk what is marked with `data-walked`; Enter goes into a row, Escape
 * comes back out. The answer is for the element that holds the rows.
 */
export function useRowWalk(place: RefObject<HTMLElement | null>): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  const { t } = useTranslation();
  const section = t('shell.commands.here');
  const move = (step: 1 | -1) => {
    const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-walked]') ?? [])];
    const current = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(Math.max(current + step, 0), rows.length - 1)]?.focus();
  };
  useShortcut({ keys: 'j', label: t('model.objects.nextRow'), section, run: () => move(1) });
  useShortcut({ keys: 'k', label: t('model.objects.previousRow'), section, run: () => move(-1) });
  return {
    onKeyDown: (event) => {
      const target = event.target as HTMLElement;
      const row = target.closest<HTMLElement>('[data-walked]');
      if (!row || event.defaultPrevented) return;
      if (event.key === 'Escape' && target !== row && target.getAttribute('aria-expanded') !== 'true') row.focus();
      if (target !== row) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        row.querySelector<HTMLElement>('input:not([type="hidden"]), button, a')?.focus();
      }
    },
  };
}
