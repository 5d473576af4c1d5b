import { Flame, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, Menu, PageHeader } from '../../ui/index.js';
import type { DeletedRecord } from '../../workspace/bin/bin-query.js';
import { DeletedRecords } from '../../workspace/bin/DeletedRecords.js';
import { PurgeDialog } from './PurgeDialog.js';
import type { PurgeWish } from './purge-queries.js';

const ages = ['0', '30', '90', '365'] as const;
const day = 86_400_000;

/** What anybody has deleted, and the way to let it go for good. */
export function OrgBinPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.bin');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  const { data: workspace } = useWorkspaceQuery();
  const [asked, setAsked] = useState<{ readonly wishes: readonly PurgeWish[]; readonly clear: () => void } | null>(null);
  const olderThan = (days: number, object: string | null): readonly PurgeWish[] => {
    const before = new Date(Date.now() - days * day).toISOString();
    const names = object === null ? (workspace?.objects ?? []).filter(({ platform }) => !platform).map(({ name }) => name) : [object];
    return names.map((name) => ({ object: name, before }));
  };
  return (
    <PageBody>
      <PageHeader title={title} description={t('keeping.bin.everybody')} />
      <DeletedRecords mine={false} acts={(chosen, object, clear) => (
        <>
          {chosen.length > 0 && <Button variant="danger" icon={Trash2} onPress={() => setAsked({ wishes: byObject(chosen), clear })}>{t('keeping.purge.chosen', { count: chosen.length })}</Button>}
          <Menu label={t('keeping.purge.empty')} placement="bottom end" trigger={<Button icon={Flame}>{t('keeping.purge.empty')}</Button>}
            groups={[{ id: 'ages', items: ages.map((age) => ({ id: age, label: t(`keeping.purge.ages.${age}`), onAction: () => setAsked({ wishes: olderThan(Number(age), object), clear }) })) }]} />
        </>
      )} />
      {asked && <PurgeDialog wishes={asked.wishes} onDone={() => { asked.clear(); setAsked(null); }} onClose={() => setAsked(null)} />}
    </PageBody>
  );
}

function byObject(records: readonly DeletedRecord[]): readonly PurgeWish[] {
  const names = [...new Set(records.map(({ object }) => object))];
  return names.map((object) => ({ object, ids: records.filter((record) => record.object === object).map(({ id }) => id) }));
}
