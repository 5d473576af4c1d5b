import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ImportWizard } from '../../setup/import/ImportWizard.js';
import { PageBody, usePage } from '../../shell/index.js';
import { PageHeader } from '../../ui/index.js';
import { ObjectGate } from '../frame/ObjectGate.js';

/** The import of a list: into its object, and into the fields that this person may write. */
export function WorkspaceImportPage() {
  const { object: name = '' } = useParams({ strict: false }) as { readonly object?: string };
  return <ObjectGate name={name}>{(object, workspace) => <Page key={name} object={object} workspace={workspace} />}</ObjectGate>;
}

function Page({ object, workspace }: { readonly object: ObjectDescription; readonly workspace: WorkspaceDescription }) {
  const { t } = useTranslation();
  const title = t('importing.workspaceTitle', { objects: object.pluralLabel });
  usePage({ title, crumbs: [{ label: object.pluralLabel, href: `/app/${encodeURIComponent(object.name)}` }, { label: title }] });
  return (
    <PageBody>
      <PageHeader title={title} description={t('importing.description')} />
      <ImportWizard objects={workspace.objects} into={object.name} />
    </PageBody>
  );
}
