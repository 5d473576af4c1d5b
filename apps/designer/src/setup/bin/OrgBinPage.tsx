import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { PageHeader } from '../../ui/index.js';
import { DeletedRecords } from '../../workspace/bin/DeletedRecords.js';

/** What anybody has deleted. */
export function OrgBinPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.bin');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  return (
    <PageBody>
      <PageHeader title={title} description={t('keeping.bin.everybody')} />
      <DeletedRecords mine={false} />
    </PageBody>
  );
}
