import { Ban, Download, FileArchive, FileSpreadsheet, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat, type Format } from '../../format/index.js';
import { Badge, IconButton, LinkButton, Person, ProgressBar, showToast, SimpleTable, type BadgeTone } from '../../ui/index.js';
import { exportHref, isGoing, useExportAction, type ExportState, type ExportStatus } from './export-queries.js';
import styles from './Export.module.css';

const tones: Readonly<Record<ExportStatus, BadgeTone>> = { QUEUED: 'neutral', RUNNING: 'info', DONE: 'success', FAILED: 'danger', CANCELLED: 'warning' };

/** Made files, newest first, each with what can be done about it. */
export function ExportTable({ exports, isOfAll = false }: { readonly exports: readonly ExportState[]; readonly isOfAll?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useExportAction();
  const run = (id: string, action: 'cancelExport' | 'retryExport') => act.mutate({ id, action }, { onError: (failure) => showToast({ tone: 'danger', message: failure.message }) });
  return (
    <SimpleTable label={t('exporting.files')} rows={exports} rowKey={({ id }) => id} columns={[
      { id: 'file', header: t('exporting.file'), render: ({ fileName, kind }) => (
        <span className={styles['file']}>{kind === 'LIST' ? <FileSpreadsheet size={16} aria-hidden /> : <FileArchive size={16} aria-hidden />}{fileName}</span>
      ) },
      { id: 'status', header: t('exporting.state'), width: '220px', render: (one) => <ExportProgress one={one} /> },
      { id: 'rows', header: t('exporting.rows'), align: 'end', render: ({ rowsWritten }) => format.number(rowsWritten) },
      { id: 'size', header: t('exporting.size'), align: 'end', render: ({ bytes }) => (bytes > 0 ? writeBytes(bytes, format) : '–') },
      ...(isOfAll ? [{ id: 'by', header: t('exporting.by'), render: ({ by }: ExportState) => by && <Person name={by.name} /> }] : []),
      { id: 'when', header: t('exporting.when'), align: 'end', render: ({ startedAt }) => <span title={format.dateTime(startedAt)}>{format.relative(startedAt)}</span> },
      { id: 'acts', header: '', align: 'end', render: (one) => (
        <span className={styles['acts']}>
          {one.status === 'DONE' && <LinkButton size="small" icon={Download} href={exportHref(one.id)} download={one.fileName}>{t('exporting.download')}</LinkButton>}
          {isGoing(one) && <IconButton icon={Ban} label={t('exporting.cancel', { name: one.fileName })} onPress={() => run(one.id, 'cancelExport')} />}
          {(one.status === 'FAILED' || one.status === 'CANCELLED') && <IconButton icon={RotateCcw} label={t('exporting.retry', { name: one.fileName })} onPress={() => run(one.id, 'retryExport')} />}
        </span>
      ) },
    ]} />
  );
}

function ExportProgress({ one }: { readonly one: ExportState }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (one.status === 'RUNNING') {
    const label = t('exporting.writing', { count: one.rowsWritten, shown: format.number(one.rowsWritten) });
    return one.rowsTotal === null ? <ProgressBar label={label} /> : <ProgressBar label={label} value={Math.min(one.rowsWritten, one.rowsTotal)} max={Math.max(one.rowsTotal, 1)} />;
  }
  return (
    <>
      <Badge tone={tones[one.status]} hasDot>{t(`exporting.status.${one.status}`)}</Badge>
      {one.error && <p className={styles['error']}>{one.error}</p>}
    </>
  );
}

export function writeBytes(bytes: number, format: Format): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${format.number(bytes / 1000 ** step, { maximumFractionDigits: step > 1 ? 1 : 0 })} ${units[step]}`;
}
