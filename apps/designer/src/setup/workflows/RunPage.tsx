import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, Notice, PageHeader, SkeletonLines, TextLink } from '../../ui/index.js';
import { runOptions, workflowStatesOptions } from './automation-queries.js';
import { RunActions } from './care/RunActions.js';
import { RunFlow } from './runs/RunFlow.js';
import { RunLogButton } from './runs/RunLogButton.js';
import { RunStatusBadge } from './runs/RunStatusBadge.js';
import { RunTrace } from './runs/RunTrace.js';
import { isShortened } from './runs/shorten.js';

/** One run from its trigger to its last step, with every value it went by. */
export function RunPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { run: id = '' } = useParams({ strict: false });
  const { data: run, isPending, error, refetch } = useQuery(runOptions(id));
  const { data: states } = useQuery(workflowStatesOptions);
  const { data: workspace } = useWorkspaceQuery();
  const state = states?.find(({ name }) => name === run?.workflow);
  const workflowTitle = state?.title ?? run?.workflow ?? '';
  const title = run ? run.recordName || run.recordId : t('automation.run.title');
  usePage({
    title: t('automation.run.of', { name: title }),
    crumbs: [{ label: t('shell.setupNav.workflows'), href: '/setup/workflows' }, ...(run ? [{ label: workflowTitle, href: `/setup/workflows/${encodeURIComponent(run.workflow)}` }] : []), { label: title }],
  });
  if (error) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (isPending) return <PageBody><SkeletonLines count={8} /></PageBody>;
  if (!run) return <EmptyState kind="no-match" title={t('automation.run.missing')} actions={<LinkButton href="/setup/workflows">{t('automation.missing.action')}</LinkButton>} />;
  return (
    <PageBody width="reading">
      <PageHeader title={t('automation.run.of', { name: title })} badges={<RunStatusBadge status={run.status} />}
        description={(
          <>
            <TextLink href={`/setup/workflows/${encodeURIComponent(run.workflow)}`}>{workflowTitle}</TextLink>
            {' · '}{format.dateTime(run.startedAt)}{run.finishedAt && ` · ${format.duration(Math.max(0, Date.parse(run.finishedAt) - Date.parse(run.startedAt)))}`}
            {' · '}{t('automation.run.revision', { number: run.revision })}
            {state && <> {' · '}<TextLink href={`/app/${encodeURIComponent(state.object)}/${run.recordId}`}>{t('automation.run.openRecord')}</TextLink></>}
          </>
        )}
        actions={<RunActions run={run} version={state?.version} />} />
      {run.error && <Notice tone={run.status === 'FAILED' ? 'danger' : 'warning'} title={t('automation.run.failed')}>{run.error}{run.errorClass && run.errorClass !== 'loop' && <p>{t(`care.classHelp.${run.errorClass}`)}</p>}</Notice>}
      {run.waitsUntil && <Notice>{t('care.run.waitsUntil', { time: format.dateTime(run.waitsUntil) })}</Notice>}
      {isShortened([run.trigger, run.steps]) && <Notice actions={<RunLogButton run={run} />}>{t('care.run.shortened')}</Notice>}
      <RunFlow run={run} objects={workspace?.objects ?? []} />
      <RunTrace run={run} objects={workspace?.objects ?? []} object={state?.object} />
    </PageBody>
  );
}
