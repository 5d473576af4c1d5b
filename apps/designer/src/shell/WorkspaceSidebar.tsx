import { Bell, House, ListChecks, PanelLeft, Search } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, ErrorState, IconButton, Kbd, ObjectGlyph, PlainButton, Skeleton, usePreferences } from '../ui/index.js';
import { useNavigation } from './navigation.js';
import { useShell } from './shell-context.js';
import { SidebarLink, SidebarSection } from './SidebarParts.js';
import { toggleSidebar } from './use-shell-shortcuts.js';
import styles from './Sidebar.module.css';

const AppSwitcher = lazy(() => import('./AppSwitcher.js').then((module) => ({ default: module.AppSwitcher })));

export function WorkspaceSidebar() {
  const { t } = useTranslation();
  const { isSidebarCollapsed } = usePreferences();
  const { openCommands } = useShell();
  const { items, isLoading, error, retry } = useNavigation();
  return (
    <nav className={classNames(styles['sidebar'], isSidebarCollapsed && styles['collapsed'])} aria-label={t('shell.mainNavigation')} data-region tabIndex={-1}>
      <Suspense fallback={<div className={styles['switcher']} />}><AppSwitcher /></Suspense>
      <PlainButton className={styles['search'] ?? ''} {...(isSidebarCollapsed && { label: t('shell.search') })} onPress={openCommands}>
        <span className={styles['glyph']}><Search size={15} aria-hidden /></span>
        <span className={styles['words']}>{t('shell.searchShort')}</span>
        <span className={styles['words']}><Kbd keys="mod+k" /></span>
      </PlainButton>
      <div className={styles['scroll']}>
        <SidebarSection>
          <SidebarLink href="/app/home" label={t('shell.home')} icon={House} />
          <SidebarLink href="/app/tasks" label={t('shell.tasks')} icon={ListChecks} />
          <SidebarLink href="/app/notifications" label={t('shell.notifications')} icon={Bell} />
        </SidebarSection>
        <SidebarSection title={t('shell.objects')}>
          {items.map(({ name, label, icon, hue, href }) => (
            <SidebarLink key={name} href={href} label={label} glyph={<ObjectGlyph icon={icon} hue={hue} name={name} />} />
          ))}
          {isLoading && [70, 55, 62].map((width) => <li key={width} className={styles['waiting']}><Skeleton width={`${width}%`} /></li>)}
          {!isLoading && !error && items.length === 0 && <li className={styles['none']}>{t('shell.emptyNavigation')}</li>}
        </SidebarSection>
        {error && !isSidebarCollapsed && <ErrorState message={error.message} onRetry={retry} />}
      </div>
      <div className={styles['foot']}>
        <IconButton icon={PanelLeft} label={t('shell.toggleSidebar')} shortcut="mod+b" tooltipPlacement="right" onPress={toggleSidebar} />
      </div>
    </nav>
  );
}
