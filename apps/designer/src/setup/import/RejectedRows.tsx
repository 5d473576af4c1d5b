import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { CodeText, SimpleTable } from '../../ui/index.js';
import type { RejectedRow } from './import-queries.js';
import styles from './Import.module.css';

/** Rows that were left out, one line per problem. */
export function RejectedRows({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SimpleTable label={t('importing.rejected.title')} rows={rows.map((row, index) => ({ ...row, index }))} rowKey={({ index }) => String(index)}
      columns={[
        { id: 'row', header: t('importing.rejected.row'), render: ({ row }) => format.number(row, { useGrouping: false }) },
        { id: 'column', header: t('importing.mapping.column'), render: ({ column }) => column ?? '–' },
        { id: 'found', header: t('importing.rejected.found'), render: ({ value }) => (value ? <CodeText>{value}</CodeText> : '–') },
        { id: 'message', header: t('importing.rejected.problem'), render: ({ message, hint }) => <>{message}{hint && <span className={styles['mend']}>{hint}</span>}</> },
      ]} />
  );
}
