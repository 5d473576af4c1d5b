import type { WidgetDisplay } from '@guanxi/field-types/widgets';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Menu, PlainButton, showToast } from '../../ui/index.js';
import { CellValue, valueIn } from '../records/FieldValue.js';
import { patchLists } from '../records/record-lists.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { saveRecord } from '../records/save-record.js';
import styles from './ListPage.module.css';

interface ChoiceCellProps {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
  readonly row: RecordRow;
  readonly display: WidgetDisplay;
}

/** A value out of a list, changed where it stands: saved at once, taken back by Undo. */
export function ChoiceCell({ object, field, row, display }: ChoiceCellProps) {
  const { t } = useTranslation();
  const [isUsed, setUsed] = useState(false);
  const value = valueIn(row, field);
  const name = recordName(object, row);
  const label = t('workspace.list.changeCell', { field: field.label, name });
  const shown = typeof value === 'string' ? field.valueLabels?.[value] ?? value : '';
  const words = <CellValue field={field} row={row} display={display} />;
  const button = <PlainButton className={styles['choice'] ?? ''} label={shown === '' ? label : `${label}: ${shown}`} excludeFromTabOrder onHoverStart={() => setUsed(true)} onFocus={() => setUsed(true)}>{value === null ? <span className={styles['blank']}>—</span> : words}</PlainButton>;
  // The menu is only built for cells that the pointer or the focus has come to: a list has hundreds of them.
  if (!isUsed) return button;
  const items = Object.entries(field.valueLabels ?? {}).map(([choice, words]) => (
    { id: choice, label: words, isChosen: choice === value, onAction: () => { if (choice !== value) void change(object, field, row, choice, t('workspace.saved', { field: field.label })); } }
  ));
  return <Menu label={label} trigger={button} groups={[{ id: 'values', title: field.label, items }]} />;
}

async function change(object: ObjectDescription, field: FieldDescription, row: RecordRow, next: unknown, message: string): Promise<void> {
  const before = row[field.name];
  patchLists(object.name, row.id, { [field.name]: next });
  try {
    const saved = await saveRecord(object, { id: row.id, data: { [field.name]: next }, ifVersion: row['version'] as number | undefined });
    showToast({ message, onUndo: () => void change(object, field, { ...row, ...saved }, before, message) });
  } catch (error) {
    patchLists(object.name, row.id, { [field.name]: before });
    showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
  }
}
