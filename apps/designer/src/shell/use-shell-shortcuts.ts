import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { getPreferences, setPreferences, useShortcut } from '../ui/index.js';

/** The shortcuts that work on every page. */
export function useShellShortcuts({ openCommands, openShortcuts }: { readonly openCommands: () => void; readonly openShortcuts: () => void }): void {
  const { t } = useTranslation();
  const { setupAreas } = useSession();
  const navigate = useNavigate();
  const general = t('shell.shortcuts.general');
  const go = t('shell.shortcuts.go');
  useShortcut({ keys: 'mod+k', label: t('shell.shortcuts.commandMenu'), section: general, run: openCommands });
  useShortcut({ keys: '?', label: t('shell.shortcuts.sheet'), section: general, run: openShortcuts });
  useShortcut({ keys: 'mod+b', label: t('shell.shortcuts.sidebar'), section: general, worksWhileTyping: false, run: toggleSidebar });
  useShortcut({ keys: 'f6', label: t('shell.shortcuts.regions'), section: general, worksWhileTyping: true, run: () => focusNextRegion(1) });
  useShortcut({ keys: 'shift+f6', label: t('shell.shortcuts.previousRegion'), section: general, worksWhileTyping: true, run: () => focusNextRegion(-1) });
  useShortcut({ keys: 'g h', label: t('shell.shortcuts.home'), section: go, run: () => void navigate({ to: '/app/home' }) });
  useShortcut({ keys: 'g t', label: t('shell.shortcuts.tasks'), section: go, run: () => void navigate({ to: '/app/tasks' }) });
  useShortcut({ keys: 'g n', label: t('shell.shortcuts.notifications'), section: go, run: () => void navigate({ to: '/app/notifications' }) });
  useShortcut({ keys: 'g s', label: t('shell.shortcuts.setup'), section: go, isDisabled: setupAreas.length === 0, run: () => void navigate({ href: '/setup' }) });
}

export function toggleSidebar(): void {
  setPreferences({ isSidebarCollapsed: !getPreferences().isSidebarCollapsed });
}

/** Regions are marked with `data-region` and `tabIndex={-1}`. */
function focusNextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.checkVisibility());
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  regions[(current + step + regions.length) % regions.length]?.focus();
}
