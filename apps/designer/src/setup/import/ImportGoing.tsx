import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, ProgressBar, showToast } from '../../ui/index.js';
import { useCancelImport, type ImportState } from './import-queries.js';
import styles from './Import.module.css';

/** How far an import is: rows that are read, then rows that are done with. */
export function ImportGoing({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate: cancel, isPending } = useCancelImport();
  const isReading = state.rowsTotal === null;
  const rows = isReading ? state.rowsRead : Math.min(state.rowsDone, state.rowsTotal ?? 0);
  const said = t(isReading ? 'importing.report.rowsRead' : 'importing.report.rowsDone', { count: rows, number: format.number(rows), total: format.number(state.rowsTotal ?? 0) });
  return (
    <div className={styles['going']}>
      <ProgressBar label={t(state.status === 'WRITING' ? 'importing.report.importing' : 'importing.report.checking', { name: state.fileName })} {...(!isReading && { value: rows, max: Math.max(1, state.rowsTotal ?? 1) })} valueLabel={said} />
      <div className={styles['between']}>
        <span className={styles['muted']}>{said}</span>
        <Button size="small" isPending={isPending} onPress={() => cancel(state.id, { onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) })}>{t('importing.report.cancel')}</Button>
      </div>
      {state.status === 'WRITING' && <p className={styles['hint']}>{t('importing.report.mayLeave')}</p>}
    </div>
  );
}
