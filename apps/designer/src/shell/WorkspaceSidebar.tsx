import { Bell, ChevronsUpDown, House, ListChecks, PanelLeft, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { classNames, ErrorState, IconButton, Kbd, Menu, ObjectGlyph, Skeleton, usePreferences } from '../ui/index.js';
import { PlainButton } from '../ui/controls/PlainButton.js';
import { useNavigation } from './navigation.js';
import { ProductMark } from './ProductMark.js';
import { useShell } from './shell-context.js';
import { SidebarLink, SidebarSection } from './SidebarParts.js';
import { toggleSidebar } from './use-shell-shortcuts.js';
import styles from './Sidebar.module.css';

export function WorkspaceSidebar() {
  const { t } = useTranslation();
  const { isSidebarCollapsed } = usePreferences();
  const { openCommands } = useShell();
  const { items, isLoading, error, retry } = useNavigation();
  return (
    <nav className={classNames(styles['sidebar'], isSidebarCollapsed && styles['collapsed'])} aria-label={t('shell.mainNavigation')} data-region tabIndex={-1}>
      <AppSwitcher />
      <PlainButton className={styles['search'] ?? ''} label={t('shell.search')} onPress={openCommands}>
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

function AppSwitcher() {
  const { t } = useTranslation();
  const { org } = useSession();
  const { apps, app, chooseApp } = useNavigation();
  const trigger = (
    <PlainButton className={styles['switcher'] ?? ''} label={t('shell.switchApp')}>
      <ProductMark />
      <span className={classNames(styles['words'], styles['names'])}>
        <span className={styles['org']}>{org.name}</span>
        {app && <span className={styles['app']}>{app.title}</span>}
      </span>
      <span className={styles['words']}><ChevronsUpDown size={14} aria-hidden /></span>
    </PlainButton>
  );
  return (
    <Menu label={t('shell.switchApp')} trigger={trigger} groups={[{ id: 'apps', title: t('shell.apps'), items: apps.map(({ name, title }) => (
      { id: name, label: title, isChosen: name === app?.name, onAction: () => chooseApp(name) }
    )) }]} />
  );
}
