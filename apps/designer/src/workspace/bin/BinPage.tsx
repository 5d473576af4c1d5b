import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { PageHeader } from '../../ui/index.js';
import { DeletedRecords } from './DeletedRecords.js';

/** What the person who looks has deleted. */
export function BinPage() {
  const { t } = useTranslation();
  const title = t('keeping.bin.title');
  usePage({ title, crumbs: [{ label: title }] });
  return (
    <PageBody>
      <PageHeader title={title} description={t('keeping.bin.mine')} />
      <DeletedRecords mine />
    </PageBody>
  );
}
