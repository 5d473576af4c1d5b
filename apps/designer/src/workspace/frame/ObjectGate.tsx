import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, SkeletonLines } from '../../ui/index.js';

interface ObjectGateProps {
  readonly name: string;
  readonly children: (object: ObjectDescription, workspace: WorkspaceDescription) => ReactNode;
}

/** Draws a page of an object once it is known; says so when there is none for this person. */
export function ObjectGate({ name, children }: ObjectGateProps) {
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  const object = workspace?.objects.find((candidate) => candidate.name === name);
  if (workspace && object) return children(object, workspace);
  if (workspace) return <NoSuchObject name={name} />;
  if (error) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  return <PageBody><SkeletonLines count={8} /></PageBody>;
}

function NoSuchObject({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  usePage({ title: t('workspace.noObject.title'), crumbs: [] });
  return (
    <EmptyState kind="no-access" title={t('workspace.noObject.title')} actions={<LinkButton variant="primary" href="/app/home">{t('shell.notFound.action')}</LinkButton>}>
      {t('workspace.noObject.body', { name })}
    </EmptyState>
  );
}
