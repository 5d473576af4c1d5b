import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../ui/index.js';

/** J and K walk the items that a selector finds in a place: each by itself where it can have the focus, else by its first control. */
export function useItemKeys(place: RefObject<HTMLElement | null>, items: string): void {
  const { t } = useTranslation();
  const section = t('shell.commands.here');
  const move = (step: 1 | -1) => {
    const found = [...(place.current?.querySelectorAll<HTMLElement>(items) ?? [])].flatMap((item) => (item.tabIndex >= 0 ? item : item.querySelector<HTMLElement>('a, button, input, [tabindex="0"]')) ?? []);
    const current = found.findIndex((control) => control.closest(items)?.contains(document.activeElement) === true);
    const next = found[Math.min(Math.max(current + step, 0), found.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut({ keys: 'j', label: t('model.objects.nextRow'), section, run: () => move(1) });
  useShortcut({ keys: 'k', label: t('model.objects.previousRow'), section, run: () => move(-1) });
}
