import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../ui/index.js';

/** J and K, or the arrows while a row has the focus, walk the rows of a table by the link that each begins with; Enter follows it. */
export function useRowKeys(place: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation();
  const section = t('shell.commands.here');
  const move = (step: 1 | -1) => {
    const links = [...(place.current?.querySelectorAll<HTMLElement>('tbody th a') ?? [])];
    const row = document.activeElement?.closest('tr') ?? null;
    const current = links.findIndex((link) => row?.contains(link) === true);
    links[Math.min(Math.max(current + step, 0), links.length - 1)]?.focus();
  };
  useShortcut({ keys: 'j', label: t('model.objects.nextRow'), section, run: () => move(1) });
  useShortcut({ keys: 'k', label: t('model.objects.previousRow'), section, run: () => move(-1) });
}
