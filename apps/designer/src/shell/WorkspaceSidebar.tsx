import { Bell, ExternalLink, House, Link2, ListChecks, PanelLeft, Paperclip, Search, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, ErrorState, IconButton, Kbd, ObjectGlyph, PlainButton, Skeleton, usePreferences } from '../ui/index.js';
import { ApprovalsLink } from './ApprovalsLink.js';
import { useNavigation, type NavigationItem, type NavigationLink } from './navigation.js';
import { useShell } from './shell-context.js';
import { SidebarLink, SidebarSection } from './SidebarParts.js';
import { toggleSidebar } from './use-shell-shortcuts.js';
import styles from './Sidebar.module.css';

const FavouritesSection = lazy(() => import('./favourites/FavouritesSection.js').then((module) => ({ default: module.FavouritesSection })));
const AppSwitcher = lazy(() => import('./AppSwitcher.js').then((module) => ({ default: module.AppSwitcher })));

export function WorkspaceSidebar() {
  const { t } = useTranslation();
  const { isSidebarCollapsed } = usePreferences();
  const { openCommands } = useShell();
  const { blocks, isLoading, error, retry } = useNavigation();
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
          <ApprovalsLink />
          <SidebarLink href="/app/notifications" label={t('shell.notifications')} icon={Bell} />
          <SidebarLink href="/app/files" label={t('shell.files')} icon={Paperclip} />
          <SidebarLink href="/app/bin" label={t('shell.bin')} icon={Trash2} />
        </SidebarSection>
        <Suspense><FavouritesSection /></Suspense>
        {blocks.map(({ title, entries }, index) => (
          <SidebarSection key={index} {...namedSection(title ?? (index === 0 ? t('shell.objects') : undefined))}>{entries.map((entry) => <Entry key={'name' in entry ? entry.name : `${entry.label} ${entry.href}`} entry={entry} />)}</SidebarSection>
        ))}
        {blocks.length === 0 && (
          <SidebarSection title={t('shell.objects')}>
            {isLoading && [70, 55, 62].map((width) => <li key={width} className={styles['waiting']}><Skeleton width={`${width}%`} /></li>)}
            {!isLoading && !error && <li className={styles['none']}>{t('shell.emptyNavigation')}</li>}
          </SidebarSection>
        )}
        {error && !isSidebarCollapsed && <ErrorState message={error.message} onRetry={retry} />}
      </div>
      <div className={styles['foot']}>
        <IconButton icon={PanelLeft} label={t('shell.toggleSidebar')} shortcut="mod+b" tooltipPlacement="right" onPress={toggleSidebar} />
      </div>
    </nav>
  );
}

function Entry({ entry }: { readonly entry: NavigationItem | NavigationLink }) {
  if ('name' in entry) return <SidebarLink href={entry.href} label={entry.label} glyph={<ObjectGlyph icon={entry.icon} hue={entry.hue} name={entry.name} />} />;
  return <SidebarLink href={entry.href} label={entry.label} icon={entry.isElsewhere ? ExternalLink : Link2} isElsewhere={entry.isElsewhere} />;
}

function namedSection(title: string | undefined) {
  return title === undefined ? {} : { title };
}
