import type { ObjectDescription } from '@guanxi/metadata';
import { useQueryClient } from '@tanstack/react-query';
import { Braces, FileSpreadsheet, FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Checkbox, Dialog, hasModKey, isComposing, Kbd, Notice, ProgressBar, RadioGroup, showToast } from '../../ui/index.js';
import { exportsKey, followExport, saveExport, startExport, type ExportFormat, type ExportState } from './export-queries.js';
import styles from './Export.module.css';

/** A list as it is shown: its conditions as the API takes them, and its columns from left to right. */
export interface ExportQuestion {
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly search?: string | undefined;
  readonly columns: readonly string[];
}

interface ExportDialogProps {
  readonly object: ObjectDescription;
  readonly question: ExportQuestion;
  /** The chosen records; without, or with none, the whole list is offered. */
  readonly selectedIds?: readonly string[];
  readonly onClose: () => void;
}

/** What takes longer goes on in the background. */
const patience = 20_000;

/** A list into a file: which of its records and columns, and how they are written. A short one is saved at once. */
export function ExportDialog({ object, question, selectedIds = [], onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [records, setRecords] = useState(selectedIds.length > 0 ? 'selected' : 'all');
  const [columns, setColumns] = useState('shown');
  const [kind, setKind] = useState<ExportFormat>('CSV');
  const [isMarked, setMarked] = useState(true);
  const [isTitled, setTitled] = useState(true);
  const [state, setState] = useState<ExportState | 'starting' | null>(null);
  const [error, setError] = useState<string | null>(null);
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);

  const run = async () => {
    if (state) return;
    const control = new AbortController();
    going.current = control;
    setError(null);
    setState('starting');
    try {
      const { where, orderBy, search } = question;
      const started = await startExport({
        object: object.name, format: kind, headings: isTitled ? 'TITLES' : 'NAMES', mark: isMarked,
        ...(columns === 'shown' && { fields: question.columns }), ...(where !== undefined && { where }), ...(orderBy !== undefined && { orderBy }), ...(search && { search }),
        ...(records === 'selected' && { ids: selectedIds }),
      });
      setState(started);
      const found = await followExport(started.id, patience, control.signal);
      void client.invalidateQueries({ queryKey: exportsKey });
      if (found?.status === 'DONE') {
        saveExport(found);
        showToast({ tone: 'success', message: t('exporting.saved', { count: found.rowsWritten, shown: format.number(found.rowsWritten) }) });
      } else if (found?.status === 'FAILED') {
        setError(found.error);
        setState(null);
        return;
      } else if (found) leave();
      onClose();
    } catch (failure) {
      if (failure instanceof DOMException) return;
      setError(failure instanceof Error ? failure.message : String(failure));
      setState(null);
    }
  };
  const leave = () => {
    showToast({ message: t('exporting.later'), description: t('exporting.laterBody') });
  };
  const latest = useRef(run);
  useEffect(() => { latest.current = run; });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !hasModKey(event) || isComposing(event)) return;
      event.preventDefault();
      void latest.current();
    };
    // Wherever in the dialog the focus is: its controls keep the keys that they hear to themselves.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
  const inBackground = () => {
    going.current?.abort();
    leave();
    onClose();
  };

  const footer = state ? <Button onPress={inBackground}>{t('exporting.background')}</Button> : (
    <>
      <Button onPress={onClose}>{t('ui.cancel')}</Button>
      <Button variant="primary" onPress={() => void run()}>{t('exporting.export')} <Kbd keys="mod+enter" /></Button>
    </>
  );
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('exporting.title', { name: object.pluralLabel })} footer={footer}>
      {error && <Notice tone="danger" isAnnounced>{error}</Notice>}
      {state ? <Going state={state} /> : (
        <div className={styles['form']}>
          {selectedIds.length > 0 && (
            <RadioGroup label={t('exporting.records')} value={records} onChange={setRecords} choices={[
              { value: 'selected', label: t('exporting.selected', { count: selectedIds.length, shown: format.number(selectedIds.length) }) },
              { value: 'all', label: t('exporting.all') },
            ]} />
          )}
          <RadioGroup label={t('exporting.columns')} value={columns} onChange={setColumns} choices={[
            { value: 'shown', label: t('exporting.shownColumns', { count: question.columns.length }), description: namesOf(object, question.columns) },
            { value: 'all', label: t('exporting.allColumns'), description: t('exporting.allColumnsBody') },
          ]} />
          <RadioGroup label={t('exporting.format')} value={kind} onChange={(next) => setKind(next as ExportFormat)} isCards choices={[
            { value: 'CSV', label: 'CSV', description: t('exporting.formats.CSV'), icon: FileText },
            { value: 'XLSX', label: 'Excel', description: t('exporting.formats.XLSX'), icon: FileSpreadsheet },
            { value: 'NDJSON', label: 'NDJSON', description: t('exporting.formats.NDJSON'), icon: Braces },
          ]} />
          {kind === 'CSV' && <Checkbox isSelected={isMarked} onChange={setMarked} help={t('exporting.markBody')}>{t('exporting.mark')}</Checkbox>}
          <Checkbox isSelected={isTitled} onChange={setTitled} help={t('exporting.titlesBody')}>{t('exporting.titles')}</Checkbox>
        </div>
      )}
    </Dialog>
  );
}

function Going({ state }: { readonly state: ExportState | 'starting' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = state === 'starting' ? 0 : state.rowsWritten;
  const total = state === 'starting' ? null : state.rowsTotal;
  const label = t('exporting.writing', { count: rows, shown: format.number(rows) });
  return <div className={styles['going']}>{total === null ? <ProgressBar label={label} /> : <ProgressBar label={label} value={rows} max={Math.max(total, 1)} />}</div>;
}

function namesOf({ fields }: ObjectDescription, columns: readonly string[]): string {
  return columns.map((column) => fields.find(({ name }) => name === column)?.label ?? column).join(', ');
}
