import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { House, Inbox, Plus, Search, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames, Menu, objectIcon, PlainButton, PlainLink } from '../ui/index.js';
import { unreadCountOptions } from './NotificationBell.js';
import { useNavigation } from './navigation.js';
import { useShell } from './shell-context.js';
import styles from './BottomBar.module.css';

/** What is wanted most, within reach of a thumb; only where the window is small. */
export function BottomBar() {
  const { t } = useTranslation();
  const { openCommands } = useShell();
  const { allItems } = useNavigation();
  const { data: unread = 0 } = useQuery(unreadCountOptions);
  const creatable = allItems.filter(({ canCreate }) => canCreate);
  return (
    <nav className={styles['bar']} aria-label={t('shell.bottom.title')}>
      <Place href="/app/home" icon={House} label={t('shell.home')} />
      <PlainButton className={styles['item'] ?? ''} onPress={openCommands}><Search size={20} aria-hidden />{t('shell.bottom.search')}</PlainButton>
      <Menu label={t('shell.commands.create')} placement="top" groups={[{ id: 'create', items: creatable.map(({ name, singularLabel, icon, href }) => ({ id: name, label: singularLabel, icon: objectIcon(icon), href: `${href}?create=true` })) }]}
        trigger={<PlainButton className={styles['item'] ?? ''} isDisabled={creatable.length === 0}><span className={styles['plus']}><Plus size={18} aria-hidden /></span>{t('shell.commands.create')}</PlainButton>} />
      <Place href="/app/notifications" icon={Inbox} label={t('shell.bottom.inbox')} news={unread > 0 ? t('shell.unread', { count: unread }) : null} />
    </nav>
  );
}

function Place({ href, icon: Icon, label, news = null }: { readonly href: string; readonly icon: LucideIcon; readonly label: string; readonly news?: string | null }) {
  const { pathname } = useLocation();
  const isHere = pathname === href;
  return (
    <PlainLink href={href} className={classNames(styles['item'], isHere && styles['here'])} {...(isHere && { 'aria-current': 'page' })}>
      <span className={styles['sign']}><Icon size={20} aria-hidden />{news !== null && <span className={styles['news']} role="img" aria-label={news} />}</span>{label}
    </PlainLink>
  );
}
