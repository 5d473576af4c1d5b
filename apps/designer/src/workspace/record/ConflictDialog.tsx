import type { FormValues } from '@guanxi/forms';
import type { ObjectDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Dialog, SegmentedControl } from '../../ui/index.js';
import { CellValue, FieldValue } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { useRecordName } from '../records/use-record-name.js';
import styles from './ConflictDialog.module.css';

export interface Conflict {
  /** The record as it is now. */
  readonly current: RecordRow;
  /** What this person changed. */
  readonly mine: FormValues;
  /** Fields that both have changed. */
  readonly fields: readonly string[];
  /** Gets the fields whose own value is kept; null where people go back to the form. */
  readonly resolve: (kept: readonly string[] | null) => void;
}

type Side = 'mine' | 'theirs';

/** Somebody else has changed the same fields meanwhile: for each, whose value holds. */
export function ConflictDialog({ object, conflict: { current, mine, fields, resolve } }: { readonly object: ObjectDescription; readonly conflict: Conflict }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>(() => Object.fromEntries(fields.map((name) => [name, 'mine'])));
  const who = (current['updatedBy'] as { readonly name?: string } | undefined)?.name ?? t('workspace.conflict.somebody');
  const when = typeof current['updatedAt'] === 'string' ? format.relative(current['updatedAt']) : '';
  const chosen = object.fields.filter(({ name }) => fields.includes(name));
  return (
    <Dialog isOpen onOpenChange={() => resolve(null)} isGuarded title={t('workspace.conflict.title', { name: who })} description={when}
      footer={<><Button onPress={() => resolve([])}>{t('workspace.conflict.theirs')}</Button><Button variant="primary" onPress={() => resolve(fields.filter((name) => sides[name] === 'mine'))}>{t('lists.conflict.save')}</Button></>}>
      <table className={styles['table']}>
        <thead><tr><th scope="col">{t('lists.filter.field')}</th><th scope="col">{t('lists.conflict.mine')}</th><th scope="col">{t('lists.conflict.theirs')}</th><th scope="col">{t('lists.conflict.keep')}</th></tr></thead>
        <tbody>
          {chosen.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              <td className={sides[field.name] === 'mine' ? styles['held'] : styles['left']}><OwnValue object={object} name={field.name} mine={mine} /></td>
              <td className={sides[field.name] === 'theirs' ? styles['held'] : styles['left']}><CurrentValue object={object} name={field.name} current={current} /></td>
              <td>
                <SegmentedControl<Side> label={t('lists.conflict.keepOf', { field: field.label })} value={sides[field.name] ?? 'mine'} onChange={(side) => setSides({ ...sides, [field.name]: side })}
                  segments={[{ value: 'mine', label: t('lists.conflict.mine') }, { value: 'theirs', label: t('lists.conflict.theirs') }]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function OwnValue({ object, name, mine }: { readonly object: ObjectDescription; readonly name: string; readonly mine: FormValues }) {
  const display = useDisplay();
  const field = object.fields.find((candidate) => candidate.name === name);
  const value = mine[name] ?? null;
  const recordName = useRecordName(field?.target, typeof value === 'string' ? value : null);
  return field && value !== null ? <FieldValue field={field} value={value} display={display} recordName={recordName} /> : '—';
}

function CurrentValue({ object, name, current }: { readonly object: ObjectDescription; readonly name: string; readonly current: RecordRow }) {
  const display = useDisplay();
  const field = object.fields.find((candidate) => candidate.name === name);
  return field ? <CellValue field={field} row={current} display={display} /> : null;
}
