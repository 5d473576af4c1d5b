import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Button, Notice, ProgressBar, SimpleTable, TextLink, showToast } from '../../ui/index.js';
import { operationOptions, useUndoImport, type LeftOut } from './operation-queries.js';
import styles from './Import.module.css';

/** The way back, as long as there is one; and what was not put back, because others have changed it since. */
export function UndoImport({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { data: operation } = useQuery(operationOptions(id));
  const { mutate: undo, data: begun, isPending } = useUndoImport();
  // A large one goes on after the answer, also when it was begun elsewhere.
  const undoneBy = operation?.undoneBy ?? begun?.id ?? null;
  const { data: undone } = useQuery({ ...operationOptions(undoneBy ?? ''), enabled: undoneBy !== null });
  if (!operation) return null;
  if (undone) {
    if (undone.status === 'RUNNING') return <ProgressBar label={t('importing.undo.going')} />;
    if (undone.status === 'FAILED' || undone.status === 'CANCELLED') return <Notice tone="danger">{undone.error}</Notice>;
    return (
      <div className={styles['stack']}>
        <Notice tone={undone.leftOutCount > 0 ? 'warning' : 'success'} title={t('importing.undo.done')} isAnnounced>{undone.leftOutCount > 0 ? t('importing.undo.leftOut', { count: undone.leftOutCount, number: format.number(undone.leftOutCount) }) : t('importing.undo.all')}</Notice>
        {undone.leftOut.length > 0 && <LeftOutRows rows={undone.leftOut} />}
      </div>
    );
  }
  if (!operation.undoable) return null;
  return (
    <div className={styles['between']}>
      <span className={styles['muted']}>{operation.undoUntil && t('importing.undo.until', { date: format.date(operation.undoUntil.slice(0, 10)) })}</span>
      <Button icon={Undo2} isPending={isPending} onPress={() => setAsking(true)}>{t('importing.undo.action')}</Button>
      <AlertDialog isOpen={isAsking} onOpenChange={setAsking} title={t('importing.undo.ask')} confirmLabel={t('importing.undo.action')}
        onConfirm={() => { setAsking(false); undo(id, { onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) }); }}>
        {t('importing.undo.askBody')}
      </AlertDialog>
    </div>
  );
}

function LeftOutRows({ rows }: { readonly rows: readonly LeftOut[] }) {
  const { t } = useTranslation();
  return (
    <SimpleTable label={t('importing.undo.leftOutTitle')} rows={rows.map((row, index) => ({ ...row, index }))} rowKey={({ index }) => String(index)}
      columns={[
        { id: 'record', header: t('importing.undo.record'), render: ({ object, recordId, name }) => <TextLink href={`/app/${encodeURIComponent(object)}/${recordId}`}>{name ?? recordId}</TextLink> },
        { id: 'field', header: t('importing.mapping.field'), render: ({ field }) => field ?? '–' },
        { id: 'reason', header: t('importing.undo.reason'), render: ({ reason }) => t(`importing.undo.because.${reason}`) },
      ]} />
  );
}
