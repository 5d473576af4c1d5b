import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Button, Notice, ProgressBar, Sheet } from '../../ui/index.js';
import { writeBytes } from '../../workspace/export/ExportTable.js';
import { restoreBackup, type RestoreEnd, type RestoreLine } from './restore-backup.js';
import styles from '../../workspace/export/Export.module.css';
import importStyles from '../import/Import.module.css';

/** Puts a backup in the place of the org. What is there is looked at first; only who types the org's name replaces it. */
export function RestoreSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { org } = useSession();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [line, setLine] = useState<RestoreLine | null>(null);
  const [end, setEnd] = useState<RestoreEnd | null>(null);
  const isGoing = line !== null && end === null;

  const run = async () => {
    if (!file) return;
    setAsking(false);
    setEnd(null);
    setLine({ stage: 'sending', table: '', rows: 0 });
    setEnd(await restoreBackup(file, setLine));
  };
  const done = end && 'done' in end ? end.done : null;
  const failed = end && 'failed' in end ? end.failed : null;
  const footer = done
    ? <Button variant="primary" onPress={() => location.assign('/setup')}>{t('exporting.restore.goOn')}</Button>
    : <><Button isDisabled={isGoing} onPress={onClose}>{t('ui.cancel')}</Button><Button variant="danger" isDisabled={!file || isGoing} isPending={isGoing} onPress={() => setAsking(true)}>{t('exporting.restore.action')}</Button></>;
  return (
    <Sheet isOpen isGuarded={isGoing} onOpenChange={(isOpen) => { if (!isOpen && !isGoing) onClose(); }} title={t('exporting.restore.title')} description={t('exporting.restore.body')} footer={footer}>
      <div className={styles['form']}>
        {failed && <Notice tone="danger" isAnnounced title={t('exporting.restore.failed')}>{failed.message}</Notice>}
        {done ? (
          <>
            <Notice tone="success" isAnnounced title={t('exporting.restore.done', { name: done.name })}>{t('exporting.restore.doneBody', { when: format.dateTime(done.takenAt), rows: format.number(done.rows), tables: format.number(done.tables) })}</Notice>
            {done.notes.map((note) => <Notice key={note} tone="warning">{note}</Notice>)}
          </>
        ) : isGoing ? (
          <ProgressBar label={`${t(`exporting.restore.stages.${line.stage}`)} ${line.table.replace(/^_/, '')}`} valueLabel={format.number(line.rows)} />
        ) : (
          <div className={importStyles['drop']}>
            {file && <p className={importStyles['fileName']}>{file.name}</p>}
            <p className={importStyles['muted']}>{file ? writeBytes(file.size, format) : t('exporting.restore.choose')}</p>
            <Button variant={file ? 'secondary' : 'primary'} onPress={() => picker.current?.click()}>{t(file ? 'importing.file.another' : 'importing.file.choose')}</Button>
            <input ref={picker} type="file" accept=".guanxi-backup" className={importStyles['picker']} tabIndex={-1} aria-label={t('exporting.restore.choose')}
              onChange={(event) => { setFile(event.target.files?.[0] ?? null); event.target.value = ''; }} />
          </div>
        )}
        {!done && <Notice tone="warning">{t('exporting.restore.warning', { org: org.name })}</Notice>}
      </div>
      <AlertDialog isOpen={isAsking} onOpenChange={setAsking} title={t('exporting.restore.ask', { org: org.name })} confirmLabel={t('exporting.restore.action')} typedConfirmation={org.name} onConfirm={() => void run()}>
        {t('exporting.restore.askBody')}
      </AlertDialog>
    </Sheet>
  );
}
