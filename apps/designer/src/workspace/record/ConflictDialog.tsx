import type { FormValues } from '@guanxi/forms';
import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Dialog, Diff } from '../../ui/index.js';
import { CellValue, FieldValue } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { useRecordName } from '../records/use-record-name.js';
import styles from './RecordPage.module.css';

export interface Conflict {
  /** The record as it is now. */
  readonly current: RecordRow;
  readonly mine: FormValues;
  readonly resolve: (choice: 'mine' | 'theirs') => void;
}

/** Somebody else has changed the same field meanwhile. */
export function ConflictDialog({ object, conflict: { current, mine, resolve } }: { readonly object: ObjectDescription; readonly conflict: Conflict }) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = (current['updatedBy'] as { readonly name?: string } | undefined)?.name ?? t('workspace.conflict.somebody');
  const when = typeof current['updatedAt'] === 'string' ? format.relative(current['updatedAt']) : '';
  return (
    <Dialog isOpen onOpenChange={() => resolve('theirs')} isGuarded title={t('workspace.conflict.title', { name: who })} description={when} size="small"
      footer={<><Button onPress={() => resolve('theirs')}>{t('workspace.conflict.theirs')}</Button><Button variant="primary" onPress={() => resolve('mine')}>{t('workspace.conflict.mine')}</Button></>}>
      <dl className={styles['conflict']}>
        {object.fields.filter(({ name }) => name in mine).map((field) => (
          <div key={field.name}><dt>{field.label}</dt><dd><ConflictValues object={object} fieldName={field.name} current={current} mine={mine} /></dd></div>
        ))}
      </dl>
    </Dialog>
  );
}

function ConflictValues({ object, fieldName, current, mine }: { readonly object: ObjectDescription; readonly fieldName: string; readonly current: RecordRow; readonly mine: FormValues }) {
  const display = useDisplay();
  const field = object.fields.find(({ name }) => name === fieldName);
  const value = mine[fieldName] ?? null;
  const myName = useRecordName(field?.target, typeof value === 'string' ? value : null);
  if (!field) return null;
  return <Diff before={<CellValue field={field} row={current} display={display} />} after={value === null ? null : <FieldValue field={field} value={value} display={display} recordName={myName} />} />;
}
