import type { ObjectDescription } from '@guanxi/metadata';
import { ClipboardPaste, FileSpreadsheet, FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, classNames, Notice, ObjectGlyph, ProgressBar, Select, TextLink } from '../../ui/index.js';
import { PasteDialog } from './PasteDialog.js';
import { ReadingChoice } from './ReadingChoice.js';
import type { WizardState } from './wizard-state.js';
import { largestFile, uploadFile, type Upload } from './upload-file.js';
import styles from './Import.module.css';

interface FileStepProps {
  readonly objects: readonly ObjectDescription[];
  readonly state: WizardState;
  /** What the file goes into cannot be chosen. */
  readonly isSettled: boolean;
  readonly onChange: (change: Partial<WizardState>) => void;
}

/** Takes the file in as soon as it is chosen; its headings and first rows come back. */
export function FileStep({ objects, state, isSettled, onChange }: FileStepProps) {
  const { upload, object } = state;
  const { t } = useTranslation();
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const going = useRef<AbortController | null>(null);
  const [sending, setSending] = useState<{ readonly name: string; readonly part: number } | null>(null);
  const [isOver, setOver] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => () => going.current?.abort(), []);

  const take = async (file: File | undefined) => {
    if (!file || sending) return;
    const fault = faultOf(file);
    setError(fault && t(`importing.file.${fault}`, { name: file.name }));
    if (fault) return;
    const control = new AbortController();
    going.current = control;
    setSending({ name: file.name, part: 0 });
    try {
      const taken = await uploadFile(file, (part) => setSending({ name: file.name, part }), control.signal);
      onChange({ upload: taken, reading: {}, columns: {}, awaited: {}, import: null });
    } catch (failure) {
      if (!(failure instanceof DOMException)) setError(failure instanceof Error ? failure.message : String(failure));
    }
    setSending(null);
  };
  return (
    <div className={styles['stack']}>
      {!isSettled && <Select label={t('importing.file.object')} value={object} onChange={(name) => onChange({ object: name, columns: {}, awaited: {}, mode: 'create', matchBy: [] })} isRequired help={t('importing.file.objectHelp')}
        choices={objects.filter(({ platform, canImport }) => !platform && canImport).map(({ name, pluralLabel, icon, color }) => ({ value: name, label: pluralLabel, glyph: <ObjectGlyph icon={icon} hue={color} name={name} size="small" /> }))} />}
      {object !== null && <p className={styles['hint']}><TextLink href={`/import/sample/${encodeURIComponent(object)}.csv`} isExternal>{t('importing.file.example', { objects: objects.find(({ name }) => name === object)?.pluralLabel ?? object })}</TextLink></p>}
      <div className={classNames(styles['drop'], isOver && styles['over'])} role="group" aria-label={t('importing.file.drop')}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); void take(event.dataTransfer.files[0]); }}>
        {sending ? (
          <div className={styles['sending']}>
            <ProgressBar label={t('importing.file.sending', { name: sending.name })} value={Math.round(sending.part * 100)} />
            <Button size="small" onPress={() => going.current?.abort()}>{t('ui.cancel')}</Button>
          </div>
        ) : (
          <>
            {upload ? <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden className={styles['dropIcon']} /> : <FileUp size={28} strokeWidth={1.5} aria-hidden className={styles['dropIcon']} />}
            {upload && <p className={styles['fileName']}>{upload.fileName}</p>}
            <p className={styles['muted']}>
              {upload ? t('importing.file.taken', { size: format.number(Math.max(1, upload.bytes / 1024), { maximumFractionDigits: 0 }), columns: format.number(upload.columns.length) }) : t('importing.file.drop')}
            </p>
            <div className={styles['badges']}>
              <Button variant={upload ? 'secondary' : 'primary'} onPress={() => picker.current?.click()}>{t(upload ? 'importing.file.another' : 'importing.file.choose')}</Button>
              <Button icon={ClipboardPaste} onPress={() => setPasting(true)}>{t('importing.paste.action')}</Button>
            </div>
            <p className={styles['hint']}>{t('importing.file.kinds')}</p>
          </>
        )}
        <input ref={picker} type="file" accept=".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl,.gz,text/csv,text/tab-separated-values" className={styles['picker']} tabIndex={-1} aria-label={t('importing.file.choose')}
          onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
      </div>
      {error && <Notice tone="danger" isAnnounced>{error}</Notice>}
      {upload && <ReadingChoice state={state} onChange={onChange} onError={setError} />}
      {upload && <Sample upload={upload} />}
      <PasteDialog isOpen={isPasting} onOpenChange={setPasting} onTake={(text) => void take(new File([text], t('importing.paste.fileName'), { type: 'text/plain' }))} />
    </div>
  );
}

function Sample({ upload }: { readonly upload: Upload }) {
  const { t } = useTranslation();
  return (
    <section className={styles['sample']} aria-label={t('importing.file.sample')}>
      <h3>{t('importing.file.sample')}</h3>
      <div className={styles['frame']} tabIndex={0}>
        <table>
          <thead><tr>{upload.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>{upload.sample.slice(0, 5).map((row, index) => <tr key={index}>{upload.columns.map((column, at) => <td key={column}>{String(row[at] ?? '')}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}

function faultOf(file: File): 'empty' | 'tooLarge' | 'wrongKind' | null {
  if (file.size === 0) return 'empty';
  if (file.size > largestFile) return 'tooLarge';
  return /\.(xls|ods|numbers|pdf|zip|docx?|png|jpe?g)$/i.test(file.name) ? 'wrongKind' : null;
}
