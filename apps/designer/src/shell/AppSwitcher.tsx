import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { classNames, Menu, PlainButton, usePreferences } from '../ui/index.js';
import { useNavigation } from './navigation.js';
import { ProductMark } from './ProductMark.js';
import styles from './Sidebar.module.css';

/** The org and the app in use; opens the list of apps. */
export function AppSwitcher() {
  const { t } = useTranslation();
  const { org } = useSession();
  const { isSidebarCollapsed } = usePreferences();
  const { apps, app, chooseApp } = useNavigation();
  const trigger = (
    <PlainButton className={styles['switcher'] ?? ''} {...(isSidebarCollapsed && { label: t('shell.switchApp') })}>
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
