import { Menu as MenuIcon, Search, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { Breadcrumbs, IconButton, Tooltip } from '../ui/index.js';
import { IconLink } from '../ui/controls/IconLink.js';
import { NotificationBell } from './NotificationBell.js';
import { useCurrentPage } from './page.js';
import { useShell } from './shell-context.js';
import { UserMenu } from './UserMenu.js';
import styles from './TopBar.module.css';

export function TopBar() {
  const { t } = useTranslation();
  const { isAdmin } = useSession();
  const { crumbs } = useCurrentPage();
  const { openCommands, openDrawer } = useShell();
  return (
    <header className={styles['bar']}>
      <span className={styles['small']}><IconButton icon={MenuIcon} label={t('shell.openSidebar')} onPress={openDrawer} /></span>
      <div className={styles['crumbs']}>{crumbs.length > 0 && <Breadcrumbs items={crumbs} />}</div>
      <div className={styles['actions']}>
        <span className={styles['small']}><IconButton icon={Search} label={t('shell.search')} onPress={openCommands} /></span>
        <NotificationBell />
        {isAdmin && <Tooltip content={t('shell.openSetup')} shortcut="g s" placement="bottom"><IconLink icon={Settings} label={t('shell.openSetup')} href="/setup" /></Tooltip>}
        <UserMenu />
      </div>
    </header>
  );
}
