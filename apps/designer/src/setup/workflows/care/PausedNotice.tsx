import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Button, Notice } from '../../../ui/index.js';
import type { WorkflowState } from '../automation-types.js';
import { useResumeWorkflow } from './care-queries.js';
import { GoOnDialog } from './GoOnDialog.js';

/** Says why one workflow stands still, and lets it go on. */
export function PausedNotice({ state }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const because = usePauseText(state);
  if (!state.pausedAt) return null;
  return (
    <>
      <Notice tone="warning" title={t('care.paused.title', { name: state.title })} actions={<Button size="small" onPress={() => setAsking(true)}>{t('care.goOn.action')}</Button>}><p>{because}</p></Notice>
      {isAsking && <ResumeWorkflowDialog state={state} onClose={() => setAsking(false)} />}
    </>
  );
}

export function ResumeWorkflowDialog({ state, onClose }: { readonly state: WorkflowState; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { mutate, isPending } = useResumeWorkflow();
  return (
    <GoOnDialog title={t('care.goOn.titleOne', { name: state.title })} doHelp={t('care.goOn.doOne')} skipHelp={t('care.goOn.skipOne')} isPending={isPending} onClose={onClose}
      onGoOn={(drop, done) => mutate({ name: state.name, drop }, done)} />
  );
}

/** Why a paused workflow stands still, as a sentence. */
export function usePauseText({ pausedAt, pausedBy, pausedBecause, pausedAtRuns, hourlyLimit }: WorkflowState): string {
  const { t } = useTranslation();
  const format = useFormat();
  const time = pausedAt ? format.dateTime(pausedAt) : '';
  if (pausedBecause === 'runaway') return t('care.paused.runaway', { time, made: format.number(pausedAtRuns ?? 0), limit: format.number(hourlyLimit) });
  return t(pausedBy ? 'care.paused.by' : 'care.paused.since', { time, name: pausedBy?.name ?? '' });
}
