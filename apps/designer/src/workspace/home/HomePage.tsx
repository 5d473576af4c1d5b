import { useTranslation } from 'react-i18next';
import { useSession, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { PageHeader, SkeletonLines } from '../../ui/index.js';
import { findPersonalViews } from '../tasks/find-personal-views.js';
import { FactorReminder } from './FactorReminder.js';
import { MentionsCard } from './MentionsCard.js';
import { RecentCard } from './RecentCard.js';
import { ViewCard } from './ViewCard.js';
import styles from './Home.module.css';

const shownViews = 2;

export function HomePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useSession();
  const { data: workspace } = useWorkspaceQuery();
  usePage({ title: t('shell.home'), crumbs: [{ label: t('shell.home') }] });
  const today = new Intl.DateTimeFormat(format.locale, { timeZone: format.timeZone, dateStyle: 'full' }).format(new Date());
  return (
    <PageBody>
      <PageHeader title={t('workspace.home.greeting', { name: user.name })} description={today} />
      <FactorReminder />
      {!workspace && <SkeletonLines count={8} />}
      {workspace && (
        <div className={styles['columns']}>
          <div className={styles['column']}>
            {findPersonalViews(workspace).slice(0, shownViews).map(({ object, view }) => <ViewCard key={view.name} workspace={workspace} object={object} view={view} />)}
          </div>
          <div className={styles['column']}>
            <MentionsCard />
            <RecentCard workspace={workspace} />
          </div>
        </div>
      )}
    </PageBody>
  );
}
