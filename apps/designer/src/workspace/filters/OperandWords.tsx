import type { JsonValue } from '@guanxi/field-types';
import type { FieldDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { FieldValue } from '../records/FieldValue.js';
import { useSavedViews } from '../list/saved-views.js';
import { useDisplay } from '../records/use-display.js';
import { useRecordName } from '../records/use-record-name.js';
import { isComplete, operandShapes, type Filter } from './filter.js';
import { readPeriod } from './period.js';
import styles from './Filters.module.css';

/** What a filter compares with, in words. */
export function OperandWords({ field, filter }: { readonly field: FieldDescription; readonly filter: Filter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { operator, operand } = filter;
  if (!isComplete(filter)) return <span className={styles['missing']}>…</span>;
  switch (operandShapes[operator]) {
    case 'boolean': return null;
    case 'text': return <span className={styles['value']}>{String(operand)}</span>;
    case 'list':
    case 'members': return <span className={styles['value']}>{format.list((operand as readonly string[]).map((value) => field.valueLabels?.[value] ?? value))}</span>;
    case 'period': {
      const { mode, count, unit } = readPeriod(operand);
      return <span className={styles['value']}>{t(`workspace.period.${mode}.${unit}`, { count })}</span>;
    }
    case 'people': return <span className={styles['value']}>{t(`lists.filter.people.${String(operand)}`)}</span>;
    case 'recordList': return <span className={styles['value']}><ListName id={String(operand)} /></span>;
    case 'value': return <span className={styles['value']}><ValueWords field={field} operand={operand} /></span>;
  }
}

function ListName({ id }: { readonly id: string }) {
  return useSavedViews().find((view) => view.id === id)?.title ?? '…';
}

function ValueWords({ field, operand }: { readonly field: FieldDescription; readonly operand: JsonValue }) {
  const { t } = useTranslation();
  const display = useDisplay();
  const isMe = field.target !== undefined && operand === 'me';
  const name = useRecordName(isMe ? undefined : field.target, typeof operand === 'string' ? operand : null);
  if (isMe) return t('workspace.filters.me');
  if (field.target !== undefined) return name ?? '…';
  return <FieldValue field={field} value={operand} display={display} />;
}
