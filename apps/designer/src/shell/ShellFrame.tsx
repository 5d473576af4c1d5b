import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionExpired, useSession } from '../api/index.js';
import { setFormat } from '../format/index.js';
import { setUserLocale } from '../i18n/start-translations.js';
import { classNames, useNarrow, usePreferences } from '../ui/index.js';
import { useShellCommands } from './commands/use-shell-commands.js';
import { SandboxStrip } from './SandboxStrip.js';
import { ShellContext } from './shell-context.js';
import { TopBar } from './TopBar.js';
import { useShellShortcuts } from './use-shell-shortcuts.js';
import styles from './ShellFrame.module.css';

// Only phones have it.
const BottomBar = lazy(() => import('./BottomBar.js').then((module) => ({ default: module.BottomBar })));
const CommandMenu = lazy(() => import('./commands/CommandMenu.js').then((module) => ({ default: module.CommandMenu })));
const ShortcutSheet = lazy(() => import('./ShortcutSheet.js').then((module) => ({ default: module.ShortcutSheet })));

const SessionExpiredDialog = lazy(() => import('./SessionExpiredDialog.js').then((module) => ({ default: module.SessionExpiredDialog })));

type Layer = 'commands' | 'shortcuts' | null;

/** Sidebar, top bar and the layers that can be opened from everywhere. */
export function ShellFrame({ sidebar, children }: { readonly sidebar: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { user, org } = useSession();
  const { isSidebarCollapsed } = usePreferences();
  const isNarrow = useNarrow();
  const [layer, setLayer] = useState<Layer>(null);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isSessionExpired, setSessionExpired] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });

  useEffect(() => {
    setUserLocale(user.locale);
    setFormat({ timeZone: user.timeZone, currency: org.currency });
  }, [user.locale, user.timeZone, org.currency]);
  useEffect(() => setDrawerOpen(false), [path]);
  useEffect(() => onSessionExpired(() => setSessionExpired(true)), []);
  useShellCommands();
  useShellShortcuts({ openCommands: () => setLayer('commands'), openShortcuts: () => setLayer('shortcuts') });

  return (
    <ShellContext value={{ openCommands: () => setLayer('commands'), openShortcuts: () => setLayer('shortcuts'), openDrawer: () => setDrawerOpen(true) }}>
      <a href="#main" className={styles['skip']}>{t('shell.skip')}</a>
      <div className={classNames(styles['frame'], isSidebarCollapsed && styles['collapsed'], isDrawerOpen && styles['drawerOpen'])}>
        <div className={styles['sidebar']}>{sidebar}</div>
        <button type="button" tabIndex={-1} aria-hidden className={styles['drawerScrim']} onClick={() => setDrawerOpen(false)} />
        <div className={styles['plane']}>
          <SandboxStrip />
          <TopBar />
          <main id="main" tabIndex={-1} data-region aria-label={t('shell.main')} className={styles['main']}>{children}</main>
          {isNarrow && <Suspense fallback={null}><BottomBar /></Suspense>}
        </div>
      </div>
      <Suspense fallback={null}>
        {layer === 'commands' && <CommandMenu onClose={() => setLayer(null)} />}
        {layer === 'shortcuts' && <ShortcutSheet onClose={() => setLayer(null)} />}
        {isSessionExpired && <SessionExpiredDialog onDone={() => setSessionExpired(false)} />}
      </Suspense>
    </ShellContext>
  );
}
