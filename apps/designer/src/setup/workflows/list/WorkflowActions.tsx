import { Ellipsis, Gauge, Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, Menu, showToast } from '../../../ui/index.js';
import type { WorkflowState } from '../automation-types.js';
import { usePauseWorkflow } from '../care/care-queries.js';
import { LimitDialog } from '../care/LimitDialog.js';
import { ResumeWorkflowDialog } from '../care/PausedNotice.js';

/** What can be done about one workflow from the list. */
export function WorkflowActions({ state }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'limit' | 'resume' | null>(null);
  const { mutate: pause } = usePauseWorkflow();
  const stop = () => pause(state.name, { onSuccess: () => showToast({ message: t('care.paused.done') }), onError: (error) => showToast({ message: error.message, tone: 'danger' }) });
  return (
    <>
      <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={`${t('ui.more')}: ${state.title}`} />} groups={[{ id: 'all', items: [
        state.pausedAt
          ? { id: 'resume', label: t('care.goOn.action'), icon: Play, onAction: () => setDialog('resume') }
          : { id: 'pause', label: t('care.paused.action'), icon: Pause, isDisabled: !state.active, onAction: stop },
        { id: 'limit', label: t('care.limit.menu'), icon: Gauge, onAction: () => setDialog('limit') },
      ] }]} />
      {dialog === 'limit' && <LimitDialog state={state} onClose={() => setDialog(null)} />}
      {dialog === 'resume' && <ResumeWorkflowDialog state={state} onClose={() => setDialog(null)} />}
    </>
  );
}
