import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Badge, Button, Notice, Sheet, showToast, SimpleTable, TextLink } from '../../ui/index.js';
import { undoOperation } from '../../workspace/bulk/bulk-operations.js';
import { recordHref } from '../../workspace/records/record-href.js';
import { RunBadge } from './RunBadge.js';
import type { RetentionRun } from './retention-queries.js';
import { useKeptSentence } from './use-kept-sentence.js';
import styles from './Retention.module.css';

/** One run: what was done, what was left and why. What went to the recycle bin can be put back. */
export function RunSheet({ run, onClose }: { readonly run: RetentionRun; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const keptSentence = useKeptSentence();
  const queries = useQueryClient();
  const { data: workspace } = useWorkspaceQuery();
  const { mutate, isPending, error } = useMutation({ mutationFn: undoOperation, onSuccess: () => { showToast({ message: t('retention.runs.undone'), tone: 'success' }); onClose(); return queries.invalidateQueries(); } });
  const object = workspace?.objects.find(({ name }) => name === run.object)?.pluralLabel ?? run.object;
  const { operation } = run;
  const canUndo = operation !== null && run.do === 'DELETE' && run.done > 0 && run.status !== 'RUNNING';
  return (
    <Sheet isOpen onOpenChange={onClose} title={run.title} description={format.dateTime(run.startedAt)}
      footer={<>{canUndo && <Button icon={Undo2} isPending={isPending} onPress={() => mutate(operation)}>{t('retention.runs.undo')}</Button>}<Button onPress={onClose}>{t('ui.close')}</Button></>}>
      <div className={styles['stack']}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        {run.stopped !== null && <Notice tone="warning">{t(`retention.runs.stopped.${run.stopped}`)}</Notice>}
        <dl className={styles['facts']}>
          <div><dt>{t('retention.state')}</dt><dd><RunBadge run={run} /></dd></div>
          <div><dt>{t('retention.object')}</dt><dd>{object}</dd></div>
          <div><dt>{t(`retention.runs.didWhat.${run.do}`)}</dt><dd>{format.number(run.done)}</dd></div>
          <div><dt>{t('retention.runs.revision')}</dt><dd>{format.number(run.revision)}</dd></div>
        </dl>
        {run.kept.length > 0 && <ul className={styles['notes']}>{run.kept.map(({ reason, count }) => <li key={reason}>{keptSentence(reason, count)}</li>)}</ul>}
        {run.keptRecords.length > 0 && (
          <SimpleTable label={t('retention.runs.leftRecords')} rows={run.keptRecords} rowKey={({ id }) => id} columns={[
            { id: 'name', header: t('retention.runs.leftRecords'), render: ({ id, name }) => (name === null ? <span className={styles['quiet']}>{t('retention.unnamed')}</span> : <TextLink href={recordHref(run.object, id)}>{name || id.slice(0, 8)}</TextLink>) },
            { id: 'reason', header: t('retention.runs.why'), width: '150px', render: ({ reason }) => <Badge tone="warning">{t(`retention.reasons.${reason}`)}</Badge> },
          ]} />
        )}
      </div>
    </Sheet>
  );
}
