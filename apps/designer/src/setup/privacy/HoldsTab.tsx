import { useQuery } from '@tanstack/react-query';
import { Gavel } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Badge, Button, EmptyState, ErrorState, showToast, SimpleTable, SkeletonLines, TextLink } from '../../ui/index.js';
import { recordHref } from '../../workspace/records/record-href.js';
import { holdsOptions, useLiftHold, type ListedHold } from './hold-queries.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

/** Every legal hold of the org: those that stand, then those that were lifted. */
export function HoldsTab() {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const { data, error, isPending, refetch } = useQuery(holdsOptions);
  const [lifting, setLifting] = useState<ListedHold | null>(null);
  const lift = useLiftHold();
  const confirm = () => {
    if (lifting) lift.mutate(lifting.id, {
      onSuccess: () => { setLifting(null); showToast({ message: t('privacy.hold.lifted'), tone: 'success' }); },
      onError: (failure) => showToast({ message: failure.message, tone: 'danger' }),
    });
  };
  const tellRecord = ({ object, recordId, name }: ListedHold) => (object !== null && name !== null
    ? <TextLink href={recordHref(object, recordId)}>{name || recordId.slice(0, 8)}</TextLink>
    : <span className={styles['quiet']}>{t('privacy.hold.unnamed', { id: recordId.slice(0, 8) })}</span>);
  return (
    <section className={styles['section']}>
      {isPending && <SkeletonLines count={5} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={Gavel} title={t('privacy.hold.none')}>{t('privacy.hold.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <SimpleTable label={t('privacy.hold.all')} rows={data} rowKey={({ id }) => id} isRowMuted={({ liftedAt }) => liftedAt !== null} columns={[
          { id: 'record', header: t('privacy.hold.record'), width: '220px', render: (hold) => <span className={styles['named']}>{tellRecord(hold)}<span className={styles['quiet']}>{names.object(hold.object)}</span></span> },
          { id: 'reason', header: t('privacy.hold.reason'), render: ({ reason }) => <span className={styles['reason']}>{reason}</span> },
          { id: 'held', header: t('privacy.hold.held'), width: '190px', render: ({ heldBy, heldAt }) => <Moment name={heldBy?.name} at={format.dateTime(heldAt)} /> },
          { id: 'state', header: t('privacy.state'), width: '190px', render: ({ liftedBy, liftedAt }) => (liftedAt === null ? <Badge tone="warning" hasDot>{t('privacy.hold.badge')}</Badge> : <Moment name={t('privacy.hold.liftedBy', { name: liftedBy?.name ?? '–' })} at={format.dateTime(liftedAt)} />) },
          { id: 'actions', header: '', align: 'end', width: '120px', render: (hold) => hold.liftedAt === null && <Button size="small" onPress={() => setLifting(hold)}>{t('privacy.hold.lift')}</Button> },
        ]} />
      )}
      <AlertDialog isOpen={lifting !== null} onOpenChange={() => setLifting(null)} title={t('privacy.hold.liftTitle', { name: lifting?.name ?? lifting?.recordId.slice(0, 8) ?? '' })} confirmLabel={t('privacy.hold.lift')} isPending={lift.isPending} onConfirm={confirm}>
        {t('privacy.hold.liftBody')}
      </AlertDialog>
    </section>
  );
}

function Moment({ name, at }: { readonly name: string | undefined; readonly at: string }) {
  return <span className={styles['named']}>{name ?? '–'}<span className={styles['quiet']}>{at}</span></span>;
}
