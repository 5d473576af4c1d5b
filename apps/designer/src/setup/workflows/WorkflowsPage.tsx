import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Ellipsis, OctagonPause, Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, IconButton, Menu, PageHeader, SkeletonLines, Tabs, useShortcut } from '../../ui/index.js';
import { draftedDocuments } from '../documents/setup-queries.js';
import { workflowStatesOptions } from './automation-queries.js';
import { AutomationBanner } from './care/AutomationBanner.js';
import { automationOptions, parkedOptions, type ParkedGroup } from './care/care-queries.js';
import { ParkedPanel } from './care/ParkedPanel.js';
import { StopDialog } from './care/StopDialog.js';
import { listWorkflows } from './list/list-workflows.js';
import { NewWorkflowDialog } from './list/NewWorkflowDialog.js';
import { TemplateGallery } from './list/TemplateGallery.js';
import { WorkflowList } from './list/WorkflowList.js';
import type { TemplateName } from './list/workflow-templates.js';
import { RunsPanel } from './runs/RunsPanel.js';

/** Every workflow, published or not, every run, and what failed for good. */
export function WorkflowsPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.workflows');
  usePage({ title, crumbs: [{ label: title }] });
  const { tab = 'workflows' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [group, setGroup] = useState<ParkedGroup | null>(null);
  const [dialog, setDialog] = useState<'new' | 'stop' | null>(null);
  const [template, setTemplate] = useState<TemplateName>('quiet');
  const states = useQuery(workflowStatesOptions);
  const documents = useQuery(draftedDocuments);
  const automation = useQuery(automationOptions);
  const parked = useQuery(parkedOptions);
  const workspace = useWorkspaceQuery();
  const error = states.error ?? documents.error ?? workspace.error;
  const rows = states.data && documents.data ? listWorkflows(states.data, documents.data) : null;
  const parkedCount = parked.data?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  useShortcut({ keys: 'c', label: t('automation.new.action'), section: title, isDisabled: !workspace.data, run: () => setDialog('new') });
  const show = (next: string) => void navigate({ to: '/setup/workflows', search: next === 'workflows' ? {} : { tab: next }, replace: true });
  const showRunsOf = (chosen: ParkedGroup) => { setGroup(chosen); show('runs'); };
  const add = <Button variant="primary" icon={Plus} isDisabled={!workspace.data} onPress={() => setDialog('new')}>{t('automation.new.action')}</Button>;
  const list = error
    ? <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => { void states.refetch(); void documents.refetch(); void workspace.refetch(); }} />
    : !rows || !workspace.data ? <SkeletonLines count={6} />
      : rows.length === 0 ? <><EmptyState icon={Workflow} title={t('automation.list.emptyTitle')} actions={add}>{t('automation.list.emptyBody')}</EmptyState><TemplateGallery onChoose={(name) => { setTemplate(name); setDialog('new'); }} /></>
        : <WorkflowList rows={rows} objects={workspace.data.objects} />;
  return (
    <PageBody>
      <PageHeader title={title} description={t('automation.list.description')} actions={(
        <>
          <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('ui.more')} />}
            groups={[{ id: 'all', items: [{ id: 'stop', label: t('care.stop.menu'), icon: OctagonPause, tone: 'danger', isDisabled: automation.data?.paused !== false, onAction: () => setDialog('stop') }] }]} />
          {add}
        </>
      )} />
      <AutomationBanner />
      <Tabs label={title} value={tab} onChange={(next) => { setGroup(null); show(next); }} items={[
        { id: 'workflows', label: title, ...(rows && { count: rows.length }), content: list },
        { id: 'runs', label: t('automation.list.allRuns'), content: <RunsPanel key={group ? `${group.workflow} ${group.step} ${group.error}` : ''} {...(group && { group })} /> },
        { id: 'parked', label: t('care.parked.title'), ...(parkedCount > 0 && { count: parkedCount }), content: <ParkedPanel onShowRuns={showRunsOf} /> },
      ]} />
      {dialog === 'new' && workspace.data && <NewWorkflowDialog chosen={template} objects={workspace.data.objects} taken={(rows ?? []).map(({ workflow }) => workflow.name)} onClose={() => setDialog(null)} />}
      {dialog === 'stop' && <StopDialog onClose={() => setDialog(null)} />}
    </PageBody>
  );
}
