import { ArrowRight, Boxes, FileUp, KeyRound, Rocket, UserPlus, Workflow, type LucideIcon } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, classNames, PageHeader, Skeleton, TextLink } from '../../ui/index.js';
import { AutomationBanner } from '../workflows/care/AutomationBanner.js';
import { HealthCard } from './HealthCard.js';
import { OwnPages } from './OwnPages.js';
import { StepItem } from './StepItem.js';
import { stepIds, useSetupProgress, type StepId } from './use-setup-progress.js';
import styles from './Home.module.css';

const steps: Readonly<Record<StepId, { readonly icon: LucideIcon; readonly href: string }>> = {
  design: { icon: Boxes, href: '/setup/objects' },
  publish: { icon: Rocket, href: '/setup/revisions' },
  records: { icon: FileUp, href: '/setup/import' },
  workflow: { icon: Workflow, href: '/setup/workflows' },
  people: { icon: UserPlus, href: '/setup/users' },
  key: { icon: KeyRound, href: '/setup/api' },
};

const hiddenKey = 'guanxi.setup-steps-hidden';

/** Arrows go from card to card. */
function walkCards(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const links = [...event.currentTarget.querySelectorAll('a')];
  const current = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (step === undefined || current < 0) return;
  event.preventDefault();
  links[Math.min(Math.max(current + step, 0), links.length - 1)]?.focus();
}

/** How the org is, for those who may use all of it; the pages that are theirs for everybody else. */
export function SetupHomePage() {
  return useSession().isAdmin ? <Overview /> : <OwnPages />;
}

function Overview() {
  const { t } = useTranslation();
  const format = useFormat();
  const { org } = useSession();
  const progress = useSetupProgress();
  usePage({ title: t('setup.home.title'), crumbs: [{ label: t('setup.home.title') }] });
  const done = stepIds.filter((id) => progress.isDone[id]).length;
  const { changes, records, failedRuns, activeUsers, unusedFields, retry } = progress;
  const [isHidden, setHidden] = useState(() => localStorage.getItem(hiddenKey) !== null);
  const hide = () => { localStorage.setItem(hiddenKey, 'true'); setHidden(true); };
  return (
    <PageBody>
      <PageHeader title={t('setup.home.title')} description={t('setup.home.description', { org: org.name })} />
      <AutomationBanner />
      <section aria-label={t('setup.home.cards')} className={styles['cards']} onKeyDown={walkCards}>
        <HealthCard label={t('setup.home.unpublished')} value={changes} note={progress.hasDraft ? t('setup.home.lookAt') : t('setup.home.upToDate')} tone={progress.hasDraft ? 'accent' : 'plain'} href="/setup/objects" onRetry={retry.changes} />
        <HealthCard label={t('setup.home.records')} value={records} note={t('setup.home.inObjects', { count: progress.objects })} href="/setup/objects" onRetry={retry.records} />
        <HealthCard label={t('model.home.unusedFields')} value={unusedFields} note={t('model.home.unusedNote')} href="/setup/objects" onRetry={retry.unusedFields} />
        <HealthCard label={t('setup.home.failedRuns')} value={failedRuns} note={t('setup.home.ofWorkflows', { count: progress.activeWorkflows })} tone={failedRuns ? 'danger' : 'plain'} href="/setup/workflows" onRetry={retry.failedRuns} />
        <HealthCard label={t('setup.home.people')} value={activeUsers} note={t('setup.home.ofSets', { count: progress.permissionSets })} href="/setup/users" onRetry={retry.users} />
      </section>
      <div className={classNames(styles['columns'], isHidden && styles['one'])}>
        {!isHidden && <section aria-labelledby="setup-start">
          <div className={styles['head']}>
            <h2 id="setup-start" className={styles['title']}>{t('setup.home.start')}</h2>
            <span className={styles['quiet']}>{progress.isPending ? <Skeleton width="80px" /> : t('setup.home.progress', { done: format.number(done), total: format.number(stepIds.length) })} <Button size="small" variant="quiet" onPress={hide}>{t('model.home.hideSteps')}</Button></span>
          </div>
          <ol className={styles['steps']}>
            {stepIds.map((id) => <StepItem key={id} id={id} icon={steps[id].icon} href={steps[id].href} isDone={progress.isDone[id]} />)}
          </ol>
          {!progress.isPending && done === stepIds.length && <p className={styles['quiet']}>{t('setup.home.allDone')}</p>}
        </section>}
        <section aria-labelledby="setup-recent">
          <div className={styles['head']}><h2 id="setup-recent" className={styles['title']}>{t('setup.home.recent')}</h2></div>
          <ul className={styles['recent']}>
            {(progress.revisions.data ?? []).slice(0, 6).map(({ number, at, by, changes: made }) => (
              <li key={number} className={styles['revision']}>
                <span className={styles['sentence']}>{made[0]?.sentence ?? t('setup.revisions.first')}{made.length > 1 && <span className={styles['quiet']}> {t('setup.revisions.more', { count: made.length - 1 })}</span>}</span>
                <span className={styles['quiet']}>{t('setup.revisions.number', { number })} · {by?.name ?? t('setup.revisions.platform')} · <time dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time></span>
              </li>
            ))}
          </ul>
          <TextLink href="/setup/revisions">{t('setup.home.allRevisions')} <ArrowRight size={12} aria-hidden /></TextLink>
        </section>
      </div>
    </PageBody>
  );
}
