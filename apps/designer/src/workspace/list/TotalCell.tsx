import type { JsonValue } from '@guanxi/field-types';
import { fieldType } from '@guanxi/field-types';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { FieldValue } from '../records/FieldValue.js';
import { useDisplay } from '../records/use-display.js';
import type { WantedTotal } from './totals-query.js';
import styles from './ListPage.module.css';

/** What stands under a column: what it is, and how much. */
export function TotalCell({ wanted: { field, kind }, value }: { readonly wanted: WantedTotal; readonly value: unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplay();
  const isCount = kind === 'filled' || kind === 'blank';
  const shown = value === undefined ? '…' : isCount ? format.number(Number(value)) : value === null ? '—' : <FieldValue field={field} value={roundTo(value as JsonValue, field.value, kind)} display={display} />;
  return <span className={styles['total']}><span className={styles['totalKind']}>{t(`lists.totals.${kind}`)}</span> {shown}</span>;
}

/** An average has more digits than people read. */
function roundTo(value: JsonValue, { type, settings }: WantedTotal['field']['value'], kind: WantedTotal['kind']): JsonValue {
  if (kind !== 'avg' && kind !== 'sum') return value;
  const { arguments: [, scale = 0] = [], name } = fieldType(type).column(settings);
  const digits = name === 'bigint' ? (kind === 'avg' ? 1 : 0) : scale;
  const [whole = '', rest = ''] = String(value).split('.');
  if (rest.length <= digits) return value;
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false }).format(`${whole}.${rest}` as `${number}`);
}
