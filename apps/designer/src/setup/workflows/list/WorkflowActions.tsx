import { translate } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { Copy, Ellipsis, Gauge, Pause, Pencil, Play, Power, PowerOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog, IconButton, Menu, showToast } from '../../../ui/index.js';
import { useDeactivateWorkflow } from '../automation-queries.js';
import { usePauseWorkflow } from '../care/care-queries.js';
import { LimitDialog } from '../care/LimitDialog.js';
import { ResumeWorkflowDialog } from '../care/PausedNotice.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import type { WorkflowDraft } from '../automation-types.js';
import { RenameDialog } from '../editor/RenameDialog.js';
import { keepUnsaved, readUnsaved } from '../editor/unsaved-workflows.js';
import { SwitchOnDialog } from '../switching/SwitchOnDialog.js';
import { freeName } from './free-name.js';
import type { WorkflowRow } from './list-workflows.js';

interface WorkflowActionsProps {
  readonly row: WorkflowRow;
  readonly taken: readonly string[];
}

/** What can be done about one workflow from the list. */
export function WorkflowActions({ row: { workflow, state, hasChanges }, taken }: WorkflowActionsProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'limit' | 'rename' | 'resume' | 'on' | 'off' | null>(null);
  const { mutate: pause } = usePauseWorkflow();
  const { mutate: deactivate, isPending } = useDeactivateWorkflow();
  const { mutateAsync: saveDraft } = useSaveDraft();
  const close = () => setDialog(null);
  const onError = (error: Error) => showToast({ message: error.message, tone: 'danger' });
  const stop = () => pause(workflow.name, { onSuccess: () => showToast({ message: t('care.paused.done') }), onError });
  const switchOff = () => deactivate(workflow.name, { onSuccess: () => showToast({ message: t('automation.switch.offDone') }), onError, onSettled: close });
  const rename = async (changed: WorkflowDraft) => {
    const [problem] = await saveDraft({ documents: [changed] });
    showToast(problem ? { message: problem.message, tone: 'danger' } : { message: t('automation.list.inDraft') });
  };
  // Kept in this window alone until it is saved in the designer, as a new one is.
  const duplicate = () => {
    const title = t('starters.copyOf', { name: translate(workflow.title, workflow.titles, i18n.language) });
    const name = freeName(title, `${workflow.name}-copy`, taken);
    const { titles: _titles, tests: _tests, ...copied } = workflow;
    keepUnsaved({ ...copied, name, title, guanxi: {} });
    void navigate({ to: '/setup/workflows/$workflow', params: { workflow: name } });
  };
  const name = state?.title ?? workflow.title;
  return (
    <>
      <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={`${t('ui.more')}: ${name}`} />} groups={[
        { id: 'make', items: [
          { id: 'duplicate', label: t('starters.duplicate'), icon: Copy, onAction: duplicate },
          // What is typed in the designer and not saved would be overlooked here.
          { id: 'rename', label: t('automation.rename'), icon: Pencil, isDisabled: readUnsaved(workflow.name) !== null, onAction: () => setDialog('rename') },
        ] },
        ...(state ? [{ id: 'run', items: [
          state.active ? { id: 'off', label: t('automation.switch.off'), icon: PowerOff, onAction: () => setDialog('off') } : { id: 'on', label: t('automation.switch.on'), icon: Power, onAction: () => setDialog('on') },
          state.pausedAt
            ? { id: 'resume', label: t('care.goOn.action'), icon: Play, onAction: () => setDialog('resume') }
            : { id: 'pause', label: t('care.paused.action'), icon: Pause, isDisabled: !state.active, onAction: stop },
          { id: 'limit', label: t('care.limit.menu'), icon: Gauge, onAction: () => setDialog('limit') },
        ] }] : []),
      ]} />
      {state && dialog === 'on' && <SwitchOnDialog workflow={workflow} state={state} needsPublishing={hasChanges} onClose={close} />}
      <AlertDialog isOpen={dialog === 'off'} onOpenChange={close} title={t('automation.switch.offTitle', { name })} confirmLabel={t('automation.switch.off')} isPending={isPending} onConfirm={switchOff}>{t('automation.switch.offBody')}</AlertDialog>
      {dialog === 'rename' && <RenameDialog workflow={workflow} onChange={(changed) => void rename(changed)} onClose={close} />}
      {state && dialog === 'limit' && <LimitDialog state={state} onClose={close} />}
      {state && dialog === 'resume' && <ResumeWorkflowDialog state={state} onClose={close} />}
    </>
  );
}
