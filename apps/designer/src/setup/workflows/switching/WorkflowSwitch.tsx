import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { AlertDialog, Badge, Button, showToast } from '../../../ui/index.js';
import { useDeactivateWorkflow } from '../automation-queries.js';
import type { WorkflowDraft, WorkflowState } from '../automation-types.js';
import { SwitchOnDialog } from './SwitchOnDialog.js';
import styles from './Switching.module.css';

interface WorkflowSwitchProps {
  readonly workflow: WorkflowDraft;
  /** Null while it was never published. */
  readonly state: WorkflowState | null;
  readonly needsPublishing: boolean;
}

/** Whether the workflow is on, since when, and what it waits for; with the button that changes it. */
export function WorkflowSwitch({ workflow, state, needsPublishing }: WorkflowSwitchProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [dialog, setDialog] = useState<'on' | 'off' | null>(null);
  const { mutate: deactivate, isPending } = useDeactivateWorkflow();
  return (
    <span className={styles['line']}>
      {needsPublishing && <Badge tone="warning">{t(state ? 'automation.state.changed' : 'automation.state.draft')}</Badge>}
      {state && (
        <>
          <Badge tone={state.active ? 'success' : 'neutral'} hasDot>{t(state.active ? 'automation.state.on' : 'automation.state.off')}</Badge>
          {state.active
            ? <Button size="small" onPress={() => setDialog('off')}>{t('automation.switch.off')}</Button>
            : <Button size="small" variant={needsPublishing ? 'secondary' : 'primary'} onPress={() => setDialog('on')}>{t('automation.switch.on')}</Button>}
          <span className={styles['facts']}>
            {state.version !== null && `${t('flow.versions.revision', { number: format.number(state.version) })}${state.active ? ' · ' : ''}`}
            {state.active && state.activeSince && t('automation.state.since', { time: format.relative(state.activeSince) })}
            {state.active && state.dueCount !== null && ` · ${t('automation.state.waiting', { count: state.dueCount, number: format.number(state.dueCount) })}`}
            {state.active && state.nextDueAt && ` · ${t('automation.state.nextDue', { time: format.dateTime(state.nextDueAt) })}`}
          </span>
        </>
      )}
      {dialog === 'on' && state && <SwitchOnDialog workflow={workflow} state={state} needsPublishing={needsPublishing} onClose={() => setDialog(null)} />}
      <AlertDialog isOpen={dialog === 'off'} onOpenChange={() => setDialog(null)} title={t('automation.switch.offTitle', { name: workflow.title })} confirmLabel={t('automation.switch.off')} isPending={isPending}
        onConfirm={() => deactivate(workflow.name, {
          onSuccess: () => showToast({ message: t('automation.switch.offDone') }),
          onError: (error) => showToast({ message: error.message, tone: 'danger' }),
          onSettled: () => setDialog(null),
        })}>
        {t('automation.switch.offBody')}
      </AlertDialog>
    </span>
  );
}
