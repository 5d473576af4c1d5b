import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Button, Dialog, ErrorState, Notice, RadioGroup, showToast, SkeletonLines } from '../../../ui/index.js';
import { pastTheLineOptions, useActivateWorkflow } from '../automation-queries.js';
import type { WorkflowDraft, WorkflowState } from '../automation-types.js';
import { ExpectedRunsNote } from './ExpectedRunsNote.js';
import styles from './Switching.module.css';

interface SwitchOnDialogProps {
  readonly workflow: WorkflowDraft;
  readonly state: WorkflowState;
  readonly needsPublishing: boolean;
  readonly onClose: () => void;
}

/** Asks what is to happen to the records that are past the line already, with their number. */
export function SwitchOnDialog({ workflow, state, needsPublishing, onClose }: SwitchOnDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isTimed = 'elapsed' in state.document.trigger || 'before' in state.document.trigger;
  const past = useQuery({ ...pastTheLineOptions(workflow.name), enabled: isTimed });
  const [choice, setChoice] = useState<'new' | 'all'>('new');
  const { mutate: activate, isPending, error } = useActivateWorkflow();
  const count = past.data ?? 0;
  const isKnown = !isTimed || past.data !== undefined;
  const switchOn = () => activate({ name: workflow.name, includePast: choice === 'all' && count > 0 }, {
    onSuccess: () => { showToast({ message: t('automation.switch.onDone', { name: workflow.title }), tone: 'success' }); onClose(); },
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('automation.switch.onTitle', { name: workflow.title })} isGuarded={isPending}
      footer={(
        <>
          <Button onPress={onClose} isDisabled={isPending}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={!isKnown} isPending={isPending} onPress={switchOn}>
            {choice === 'all' && count > 0 ? t('automation.switch.onWith', { number: format.number(count) }) : t('automation.switch.on')}
          </Button>
        </>
      )}>
      <div className={styles['stack']}>
        {needsPublishing && <Notice tone="warning">{t('automation.switch.publishedOnly')}</Notice>}
        {!isTimed && <p>{t('automation.switch.onChange')}</p>}
        {isTimed && past.isPending && <><p role="status">{t('automation.switch.counting')}</p><SkeletonLines count={3} /></>}
        {isTimed && past.error && <ErrorState message={past.error.message} onRetry={() => void past.refetch()} />}
        {isTimed && past.data !== undefined && count === 0 && <p>{t('automation.switch.nonePast')}</p>}
        {isTimed && count > 0 && (
          <>
            <p className={styles['number']}><strong>{format.number(count)}</strong> {t('automation.switch.past', { count })}</p>
            <RadioGroup label={t('automation.switch.question')} value={choice} onChange={(next) => setChoice(next as 'new' | 'all')}
              choices={[
                { value: 'new', label: t('automation.switch.fromNow'), description: t('automation.switch.fromNowHelp', { number: format.number(count) }) },
                { value: 'all', label: t('automation.switch.include', { count, number: format.number(count) }), description: t('automation.switch.includeHelp', { count, number: format.number(count) }) },
              ]} />
          </>
        )}
        <ExpectedRunsNote name={workflow.name} />
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
      </div>
    </Dialog>
  );
}
