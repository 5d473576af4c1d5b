import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Gauge, PanelLeft } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { classNames, IconButton, SearchField, usePreferences, useShortcut } from '../ui/index.js';
import { sectionsFor } from './setup-sections.js';
import { SidebarLink, SidebarSection } from './SidebarParts.js';
import { toggleSidebar } from './use-shell-shortcuts.js';
import styles from './Sidebar.module.css';

export function SetupSidebar() {
  const { t } = useTranslation();
  const { isSidebarCollapsed } = usePreferences();
  const { setupAreas } = useSession();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  useShortcut({ keys: '/', label: t('shell.findSetting'), section: t('shell.setup'), run: () => place.current?.querySelector('input')?.focus() });
  const wanted = isSidebarCollapsed ? '' : text.trim().toLocaleLowerCase();
  const sections = sectionsFor(setupAreas)
    .map(({ id, pages }) => ({ id, pages: pages.filter((page) => [page.id, page.href, t(`shell.setupNav.${page.id}`)].some((word) => word.toLocaleLowerCase().includes(wanted))) }))
    .filter(({ pages }) => pages.length > 0);
  const open = () => { const href = sections[0]?.pages[0]?.href; if (wanted !== '' && href !== undefined) { setText(''); void navigate({ href }); } };
  return (
    <nav className={classNames(styles['sidebar'], isSidebarCollapsed && styles['collapsed'])} aria-label={t('shell.setupNavigation')} data-region tabIndex={-1}>
      <ul className={styles['back']}><SidebarLink href="/app/home" label={t('shell.backToWorkspace')} icon={ArrowLeft} /></ul>
      {!isSidebarCollapsed && <div ref={place} className={styles['find']}><SearchField label={t('shell.findSetting')} value={text} onChange={setText} onSubmit={open} /></div>}
      <div className={styles['scroll']}>
        <SidebarSection><SidebarLink href="/setup" isExact icon={Gauge} label={t('shell.home')} /></SidebarSection>
        {sections.map(({ id, pages }) => (
          <SidebarSection key={id} title={t(`shell.setupNav.${id}`)}>
            {pages.map((page) => <SidebarLink key={page.id} href={page.href} icon={page.icon} label={t(`shell.setupNav.${page.id}`)} />)}
          </SidebarSection>
        ))}
        {sections.length === 0 && <p className={styles['nothing']}>{t('shell.noSetting', { text: text.trim() })}</p>}
      </div>
      <div className={styles['foot']}>
        <IconButton icon={PanelLeft} label={t('shell.toggleSidebar')} shortcut="mod+b" tooltipPlacement="right" onPress={toggleSidebar} />
      </div>
    </nav>
  );
}
