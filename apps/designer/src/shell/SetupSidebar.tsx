import { ArrowLeft, Gauge, PanelLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { classNames, IconButton, usePreferences } from '../ui/index.js';
import { sectionsFor } from './setup-sections.js';
import { SidebarLink, SidebarSection } from './SidebarParts.js';
import { toggleSidebar } from './use-shell-shortcuts.js';
import styles from './Sidebar.module.css';

export function SetupSidebar() {
  const { t } = useTranslation();
  const { isSidebarCollapsed } = usePreferences();
  const { setupAreas } = useSession();
  return (
    <nav className={classNames(styles['sidebar'], isSidebarCollapsed && styles['collapsed'])} aria-label={t('shell.setupNavigation')} data-region tabIndex={-1}>
      <ul className={styles['back']}><SidebarLink href="/app/home" label={t('shell.backToWorkspace')} icon={ArrowLeft} /></ul>
      <div className={styles['scroll']}>
        <SidebarSection><SidebarLink href="/setup" isExact icon={Gauge} label={t('shell.home')} /></SidebarSection>
        {sectionsFor(setupAreas).map(({ id, pages }) => (
          <SidebarSection key={id} title={t(`shell.setupNav.${id}`)}>
            {pages.map((page) => <SidebarLink key={page.id} href={page.href} icon={page.icon} label={t(`shell.setupNav.${page.id}`)} />)}
          </SidebarSection>
        ))}
      </div>
      <div className={styles['foot']}>
        <IconButton icon={PanelLeft} label={t('shell.toggleSidebar')} shortcut="mod+b" tooltipPlacement="right" onPress={toggleSidebar} />
      </div>
    </nav>
  );
}
