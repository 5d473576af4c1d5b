import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, ErrorState, Notice, SkeletonLines } from '../../ui/index.js';
import { NewShareForm } from './NewShareForm.js';
import { sharingOptions, type RecordKey } from './share-queries.js';
import { ShareList } from './ShareList.js';
import styles from './Share.module.css';

interface ShareDialogProps extends RecordKey {
  /** What the record is called. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Who a record is shared with, and with whom else it is to be. */
export function ShareDialog({ object, recordId, name, onClose }: ShareDialogProps) {
  const { t } = useTranslation();
  const key = { object, recordId };
  const { data, error, refetch } = useQuery(sharingOptions(key));
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('sharing.record.title', { name })} footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
      {...(data && { description: t(`sharing.record.defaults.${data.default}${data.default === 'private' && !data.throughRoles ? 'Alone' : ''}`, { owner: data.owner?.name ?? '' }) })}>
      <div className={styles['stack']}>
        {!data && !error && <SkeletonLines count={4} />}
        {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
        {data && (data.mayShare ? <NewShareForm record={key} ownerId={data.owner?.id ?? null} shares={data.shares} /> : <Notice tone="info">{data.refusal}</Notice>)}
        {data && <ShareList record={key} sharing={data} />}
      </div>
    </Dialog>
  );
}
