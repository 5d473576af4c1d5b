import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, ObjectGlyph, showToast } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import { afterWrite } from '../records/save-record.js';
import { takeRecord, type WaitingRecord } from './people-queries.js';
import { useNavigate } from '@tanstack/react-router';
import styles from './Approvals.module.css';

/** Records that wait in this person's queues; who takes one gets it. */
export function WaitingRecords({ records }: { readonly records: readonly WaitingRecord[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data: workspace } = useWorkspaceQuery();
  const take = (record: WaitingRecord) => {
    void takeRecord(record.recordId).then(() => {
      afterWrite(record.object, record.recordId);
      showToast({ tone: 'success', message: t('people.queue.taken', { name: record.recordName }) });
      void navigate({ href: recordHref(record.object, record.recordId) });
    }, (cause: unknown) => showToast({ tone: 'danger', message: cause instanceof ApiError ? cause.message : String(cause) }));
  };
  return (
    <ul className={styles['records']}>
      {records.map((record) => {
        const object = workspace?.objects.find(({ name }) => name === record.object);
        return (
          <li key={record.recordId} className={styles['waitingRow']}>
            {object && <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}
            <span className={styles['itemTitle']}>{record.recordName}</span>
            <span className={styles['itemAbout']}>{record.queue}</span>
            <time className={styles['when']} dateTime={record.since} title={format.dateTime(record.since)}>{format.relative(record.since)}</time>
            <Button size="small" onPress={() => take(record)}>{t('people.queue.take')}</Button>
          </li>
        );
      })}
    </ul>
  );
}
