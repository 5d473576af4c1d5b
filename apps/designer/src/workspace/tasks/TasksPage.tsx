import { useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/index.js';
import { listHref } from '../list/list-address.js';
import { findTaskView } from './find-personal-views.js';

/** Leads to the view that shows people what is theirs to do. */
export function TasksPage() {
  const { t } = useTranslation();
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  usePage({ title: t('shell.tasks'), crumbs: [{ label: t('shell.tasks') }] });
  if (error && !workspace) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (!workspace) return <PageBody><SkeletonLines /></PageBody>;
  const found = findTaskView(workspace);
  if (found) return <Redirect href={listHref(found.object.name, { view: found.view.name })} />;
  return <EmptyState icon={ListChecks} title={t('workspace.tasks.none')}>{t('workspace.tasks.noneBody')}</EmptyState>;
}

function Redirect({ href }: { readonly href: string }) {
  const navigate = useNavigate();
  useEffect(() => void navigate({ href, replace: true }), [navigate, href]);
  return null;
}
