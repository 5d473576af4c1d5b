import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Avatar, TextLink } from '../../ui/index.js';
import { fetchNotifications } from '../notifications/notification.js';
import { recordHref } from '../records/record-href.js';
import { HomeCard } from './HomeCard.js';
import styles from './Home.module.css';

const shownCount = 5;

/** What this person was told and has not read yet; nothing where there is nothing. */
export function MentionsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data = [] } = useQuery({ queryKey: ['notifications', 'unread'], retry: false, refetchInterval: 20_000, queryFn: ({ signal }) => fetchNotifications(true, signal) });
  if (data.length === 0) return null;
  return (
    <HomeCard title={t('workspace.home.unread')} count={data.length} href="/app/notifications" hrefLabel={t('workspace.home.all')}>
      <ul>
        {data.slice(0, shownCount).map(({ id, by, text, object, recordId, at }) => (
          <li key={id} className={styles['row']}>
            <Avatar name={by?.name ?? '关'} size="small" />
            <span className={styles['name']}>{object !== null && recordId !== null ? <TextLink isPlain href={recordHref(object, recordId)}>{text}</TextLink> : text}</span>
            <span className={styles['fact']}>{format.relative(at)}</span>
          </li>
        ))}
      </ul>
    </HomeCard>
  );
}
