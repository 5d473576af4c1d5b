import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast, useShortcut } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { focusPart, type FlowBoard } from './flow/board.js';
import type { FlowEdits } from './FlowEditor.js';
import { copyStep } from './steps/step-clipboard.js';
import { OWN_STEPS, removeStep, restoreStep, type StepPlace } from './workflow-edits.js';

interface FlowKeysOptions {
  readonly workflow: WorkflowDraft;
  readonly board: FlowBoard;
  readonly edits: FlowEdits;
  /** The focus is somewhere in the flow or its inspector. */
  readonly hasFocus: boolean;
  readonly canPaste: boolean;
  readonly onAdd: (place: StepPlace) => void;
  readonly onMove: (id: string) => void;
  readonly onPaste: (place: StepPlace) => void;
  readonly onClose: () => void;
}

/** What can be done to the part that is chosen, by single keys; they are listed with all others on `?`. */
export function useFlowKeys({ workflow, board, edits, hasFocus, canPaste, onAdd, onMove, onPaste, onClose }: FlowKeysOptions) {
  const { t } = useTranslation();
  const section = t('automation.tab.flow');
  const item = board.itemOf(board.active);
  const next = placeAfter(board);
  const latest = useRef({ workflow, change: edits.change });
  useEffect(() => { latest.current = { workflow, change: edits.change }; });
  const remove = (id: string) => {
    const gone = board.itemOf(`step:${id}`);
    if (!gone) return;
    const before = (gone.list.owner === null ? board.items : board.wayOf(`way:${gone.list.owner}/${gone.list.path}`)?.items)?.[gone.index - 1];
    const near = before?.part ?? (gone.list.owner !== null ? `way:${gone.list.owner}/${gone.list.path}` as const : 'condition');
    edits.change(removeStep(workflow, id));
    onClose();
    board.activate(near);
    requestAnimationFrame(() => focusPart(near));
    showToast({ message: t('flow.removed', { title: gone.title }), onUndo: () => latest.current.change(restoreStep(latest.current.workflow, gone, gone.step)) });
  };
  const removeItem = () => { if (item) remove(item.step.id); };
  useShortcut({ keys: 'a', label: t('flow.addAfter'), section, isDisabled: !hasFocus || !next, run: () => { if (next) onAdd(next); } });
  useShortcut({ keys: 'm', label: t('flow.move'), section, isDisabled: !hasFocus || !item, run: () => { if (item) onMove(item.step.id); } });
  useShortcut({ keys: 'delete', label: t('automation.step.remove'), section, isDisabled: !hasFocus || !item, run: removeItem });
  useShortcut({ keys: 'backspace', label: t('automation.step.remove'), section, isDisabled: !hasFocus || !item, run: removeItem });
  useShortcut({
    keys: 'mod+c', label: t('flow.copy'), section, worksWhileTyping: false, isDisabled: !hasFocus || !item, run: () => {
      if (!item) return;
      copyStep(item.step);
      showToast({ message: t('flow.copied', { title: item.title }), isBrief: true });
    },
  });
  useShortcut({ keys: 'mod+v', label: t('flow.paste'), section, worksWhileTyping: false, isDisabled: !hasFocus || !canPaste || !next, run: () => { if (next) onPaste(next); } });
  useShortcut({ keys: 'mod+z', label: t('ui.undo'), section, worksWhileTyping: false, isDisabled: !edits.canUndo, run: edits.undo });
  useShortcut({ keys: 'shift+mod+z', label: t('model.undo.redo'), section, worksWhileTyping: false, isDisabled: !edits.canRedo, run: edits.redo });
  useShortcut({ keys: 'esc', label: t('ui.close'), section, isDisabled: !hasFocus || !board.isOpen, run: onClose });
  return { remove };
}

/** Behind the step that is chosen, or where its way begins. */
function placeAfter({ active, itemOf, wayOf }: FlowBoard): StepPlace | null {
  const item = itemOf(active);
  if (item) return { list: item.list, index: item.index + 1 };
  const way = wayOf(active);
  return { list: way?.list ?? OWN_STEPS, index: 0 };
}
