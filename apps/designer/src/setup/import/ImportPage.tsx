import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError, useSessionQuery, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { ErrorState, LinkButton, PageHeader, SkeletonLines } from '../../ui/index.js';
import { importOptions } from './import-queries.js';
import { ImportWizard } from './ImportWizard.js';

/** A file becomes records; nothing is written before the last step. */
export function ImportPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.import');
  usePage({ title, crumbs: [{ label: title }] });
  const { like } = useSearch({ strict: false }) as { readonly like?: unknown };
  const { data: before, isLoading } = useQuery({ ...importOptions(String(like)), enabled: typeof like === 'string' });
  const { data: session } = useSessionQuery();
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  return (
    <PageBody>
      <PageHeader title={title} description={t('importing.description')} actions={<LinkButton href="/setup/imports">{t('shell.setupNav.imports')}</LinkButton>} />
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {!error && (!workspace || isLoading) && <SkeletonLines count={6} />}
      {workspace && !isLoading && <ImportWizard objects={workspace.objects} makesFields={session?.setupAreas.includes('objects') === true} {...(before && { like: before.plan })} />}
    </PageBody>
  );
}
