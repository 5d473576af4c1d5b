import { translate } from '@guanxi/metadata';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, SkeletonLines } from '../../ui/index.js';
import { useWorkflowEditor } from './editor/use-workflow-editor.js';
import { WorkflowDesigner } from './WorkflowDesigner.js';

/** One workflow: its flow, what it would have done, what it did. */
export function WorkflowPage() {
  const { workflow = '' } = useParams({ strict: false });
  return <KnownWorkflow key={workflow} name={workflow} />;
}

function KnownWorkflow({ name }: { readonly name: string }) {
  const { t, i18n } = useTranslation();
  const editor = useWorkflowEditor(name);
  const workspace = useWorkspaceQuery();
  const title = editor.workflow ? translate(editor.workflow.title, editor.workflow.titles, i18n.language) : name;
  usePage({ title, crumbs: [{ label: t('shell.setupNav.workflows'), href: '/setup/workflows' }, { label: title }] });
  const error = editor.error ?? workspace.error;
  if (error) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => { editor.retry(); void workspace.refetch(); }} />;
  if (editor.isPending || !workspace.data) return <PageBody><SkeletonLines count={8} /></PageBody>;
  if (!editor.workflow) {
    return (
      <EmptyState kind="no-match" title={t('automation.missing.title')} actions={<LinkButton variant="primary" href="/setup/workflows">{t('automation.missing.action')}</LinkButton>}>
        {t('automation.missing.body', { name })}
      </EmptyState>
    );
  }
  return <WorkflowDesigner workflow={editor.workflow} editor={editor} objects={workspace.data.objects} />;
}
