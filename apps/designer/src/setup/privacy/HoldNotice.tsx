import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Notice, showToast } from '../../ui/index.js';
import { recordHoldsOptions, useLiftHold } from './hold-queries.js';
import styles from './Privacy.module.css';

/** Why a record is held, by whom and since when; nothing where it is not. */
export function HoldNotice({ recordId }: { readonly recordId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: holds } = useQuery(recordHoldsOptions(recordId));
  const { mutate, isPending } = useLiftHold();
  const lift = (id: string) => mutate(id, {
    onSuccess: () => showToast({ message: t('privacy.hold.lifted'), tone: 'success' }),
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
  });
  return holds?.map(({ id, reason, heldBy, heldAt }) => (
    <Notice key={id} tone="warning" title={t('privacy.hold.cannotErase')}>
      <div className={styles['hold']}>
        <p className={styles['words']}>{reason}</p>
        <p className={styles['quiet']}>{t('privacy.hold.since', { name: heldBy?.name ?? '–', date: format.dateTime(heldAt) })}</p>
        <div><Button size="small" isPending={isPending} onPress={() => lift(id)}>{t('privacy.hold.lift')}</Button></div>
      </div>
    </Notice>
  ));
}
