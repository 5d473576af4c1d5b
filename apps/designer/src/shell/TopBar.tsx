import { Menu as MenuIcon, Settings } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { Avatar, Breadcrumbs, IconButton, IconLink, Tooltip } from '../ui/index.js';
import { NotificationBell } from './NotificationBell.js';
import { useCurrentPage } from './page.js';
import { useShell } from './shell-context.js';
import styles from './TopBar.module.css';

const FavouriteButton = lazy(() => import('./favourites/FavouriteButton.js').then((module) => ({ default: module.FavouriteButton })));
const UserMenu = lazy(() => import('./UserMenu.js').then((module) => ({ default: module.UserMenu })));

export function TopBar() {
  const { t } = useTranslation();
  const { setupAreas, user } = useSession();
  const { crumbs } = useCurrentPage();
  const { openDrawer } = useShell();
  return (
    <header className={styles['bar']}>
      <span className={styles['small']}><IconButton icon={MenuIcon} label={t('shell.openSidebar')} onPress={openDrawer} /></span>
      <div className={styles['crumbs']}>{crumbs.length > 0 && <Breadcrumbs items={crumbs} />}</div>
      <div className={styles['actions']}>
        <Suspense><FavouriteButton /></Suspense>
        <span className={styles['wide']}><NotificationBell /></span>
        {setupAreas.length > 0 && <Tooltip content={t('shell.openSetup')} shortcut="g s" placement="bottom"><IconLink icon={Settings} label={t('shell.openSetup')} href="/setup" /></Tooltip>}
        <Suspense fallback={<span className={styles['waiting']}><Avatar name={user.name} /></span>}><UserMenu /></Suspense>
      </div>
    </header>
  );
}
