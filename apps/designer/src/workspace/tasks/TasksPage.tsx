import { getLocalTimeZone, today as dayIn } from '@internationalized/date';
import type { WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Columns3, List, ListChecks, PartyPopper, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, LinkButton, PageHeader, SegmentedControl, SkeletonLines, useShortcut } from '../../ui/index.js';
import { CreateRecord } from '../create/CreateRecord.js';
import { listHref } from '../list/list-address.js';
import { findPersonalViews } from './find-personal-views.js';
import { taskKindOf, type TaskKind } from './task-kind.js';
import { TaskGroups } from './TaskGroups.js';
import { useTasks, type Whose } from './use-tasks.js';
import styles from './Tasks.module.css';

/** What is theirs to do, or their team's: by when it is due. */
export function TasksPage() {
  const { t } = useTranslation();
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  usePage({ title: t('shell.tasks'), crumbs: [{ label: t('shell.tasks') }] });
  if (error && !workspace) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (!workspace) return <PageBody><SkeletonLines /></PageBody>;
  const kinds = findPersonalViews(workspace).flatMap((view) => taskKindOf(view) ?? []);
  const kind = kinds.find(({ status }) => status !== undefined) ?? kinds[0];
  if (!kind) return <EmptyState icon={ListChecks} title={t('workspace.tasks.none')}>{t('workspace.tasks.noneBody')}</EmptyState>;
  return <KnownTasks workspace={workspace} kind={kind} />;
}

interface TasksAddress { readonly whose?: Whose; readonly as?: 'board' }

function KnownTasks({ workspace, kind }: { readonly workspace: WorkspaceDescription; readonly kind: TaskKind }) {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  const navigate = useNavigate();
  const { whose = 'mine', as } = useSearch({ strict: false }) as TasksAddress;
  const [isCreating, setCreating] = useState(false);
  const { data, error, refetch } = useTasks(workspace, kind, whose);
  const { object, view, due } = kind;
  const today = dayIn(timeZone || getLocalTimeZone()).toString();
  const go = (next: TasksAddress) => void navigate({ to: '/app/tasks', search: { ...(whose === 'team' && { whose }), ...(as && { as }), ...next } as never, replace: true });
  useShortcut({ keys: 'c', label: t('workspace.newRecord', { name: object.label }), section: t('shell.commands.here'), isDisabled: !object.canCreate, run: () => setCreating(true) });
  const isBoard = as === 'board';
  return (
    <PageBody width={isBoard ? 'full' : 'form'}>
      <div className={isBoard ? styles['wide'] : styles['page']}>
        <PageHeader title={t('tasks.title')} actions={(
          <>
            <SegmentedControl<Whose> label={t('tasks.whose')} value={whose} onChange={(next) => go({ whose: next === 'team' ? next : undefined } as TasksAddress)} segments={[{ value: 'mine', label: t('tasks.mine') }, { value: 'team', label: t('tasks.team') }]} />
            <span className={styles['layout']}><SegmentedControl label={t('tasks.layout')} value={isBoard ? 'board' : 'list'} onChange={(next) => go({ as: next === 'board' ? next : undefined } as TasksAddress)} segments={[{ value: 'list', label: t('tasks.list'), icon: List }, { value: 'board', label: t('tasks.board'), icon: Columns3 }]} /></span>
            {object.canCreate && <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('workspace.newRecord', { name: object.label })}</Button>}
          </>
        )} />
        {error && !data && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines count={8} />}
        {data?.rows.length === 0 && <EmptyState icon={PartyPopper} title={t('workspace.tasks.none')}>{t(whose === 'mine' ? 'tasks.noneMine' : 'tasks.noneTeam')}</EmptyState>}
        {data && data.rows.length > 0 && <TaskGroups workspace={workspace} kind={kind} rows={data.rows} today={today} isBoard={isBoard} />}
        {data && <p className={styles['foot']}>{data.total > data.rows.length && <span>{t('tasks.more', { shown: data.rows.length, count: data.total })}</span>}<LinkButton size="small" variant="quiet" href={listHref(object.name, { view: view.name })}>{t('tasks.asList', { name: view.title })}</LinkButton></p>}
      </div>
      {isCreating && <CreateRecord object={object} workspace={workspace} given={{ values: { [due.name]: today } }} onClose={() => setCreating(false)} onCreated={() => void refetch()} />}
    </PageBody>
  );
}
