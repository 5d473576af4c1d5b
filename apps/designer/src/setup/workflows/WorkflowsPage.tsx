import { useQuery } from '@tanstack/react-query';
import { Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, PageHeader, SkeletonLines, Tabs } from '../../ui/index.js';
import { draftedDocuments } from '../documents/setup-queries.js';
import { workflowStatesOptions } from './automation-queries.js';
import { listWorkflows } from './list/list-workflows.js';
import { NewWorkflowDialog } from './list/NewWorkflowDialog.js';
import { WorkflowTable } from './list/WorkflowTable.js';
import { RunsPanel } from './runs/RunsPanel.js';

/** Every workflow, published or not, and every run. */
export function WorkflowsPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.workflows');
  usePage({ title, crumbs: [{ label: title }] });
  const [tab, setTab] = useState('workflows');
  const [isAdding, setAdding] = useState(false);
  const states = useQuery(workflowStatesOptions);
  const documents = useQuery(draftedDocuments);
  const workspace = useWorkspaceQuery();
  const error = states.error ?? documents.error ?? workspace.error;
  const rows = states.data && documents.data ? listWorkflows(states.data, documents.data) : null;
  const add = <Button variant="primary" icon={Plus} isDisabled={!workspace.data} onPress={() => setAdding(true)}>{t('automation.new.action')}</Button>;
  const list = error
    ? <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => { void states.refetch(); void documents.refetch(); void workspace.refetch(); }} />
    : !rows || !workspace.data ? <SkeletonLines count={6} />
      : rows.length === 0 ? <EmptyState icon={Workflow} title={t('automation.list.emptyTitle')} actions={add}>{t('automation.list.emptyBody')}</EmptyState>
        : <WorkflowTable rows={rows} objects={workspace.data.objects} />;
  return (
    <PageBody>
      <PageHeader title={title} description={t('automation.list.description')} actions={add} />
      <Tabs label={title} value={tab} onChange={setTab} items={[
        { id: 'workflows', label: title, ...(rows && { count: rows.length }), content: list },
        { id: 'runs', label: t('automation.list.allRuns'), content: <RunsPanel /> },
      ]} />
      {isAdding && workspace.data && <NewWorkflowDialog objects={workspace.data.objects} taken={(rows ?? []).map(({ workflow }) => workflow.name)} onClose={() => setAdding(false)} />}
    </PageBody>
  );
}
