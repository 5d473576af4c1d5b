import type { ObjectDescription } from '@guanxi/metadata';
import { ChevronsDownUp, ChevronsUpDown, ListTree, Redo2, TriangleAlert, Undo2, Workflow } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { IconButton, PlainButton, Popover, SegmentedControl, SkeletonLines } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { DescribeFlow } from './DescribeFlow.js';
import { focusPart, FlowBoardContext } from './flow/board.js';
import { allItems } from './flow/flow-items.js';
import { useFlowBoard } from './flow/use-flow-board.js';
import { stepPart } from './flow-parts.js';
import { FlowInspector } from './FlowInspector.js';
import { FlowOutline } from './outline/FlowOutline.js';
import { ProblemList } from './ProblemList.js';
import { MoveDialog } from './steps/MoveDialog.js';
import { StepPicker } from './steps/StepPicker.js';
import { useCopiedStep } from './steps/step-clipboard.js';
import { useFlowKeys } from './use-flow-keys.js';
import { insertStep, moveStepTo, pasteStep, type Inserted, type StepPlace } from './workflow-edits.js';
import styles from './Flow.module.css';
import found from './Problems.module.css';

const FlowCanvas = lazy(async () => ({ default: (await import('./canvas/FlowCanvas.js')).FlowCanvas }));

export interface FlowEdits {
  readonly change: (workflow: WorkflowDraft) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface FlowEditorProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  /** Of the last attempt to save. */
  readonly problems: readonly Problem[];
  readonly notices: ReactNode;
  readonly edits: FlowEdits;
}

type View = 'canvas' | 'outline';
const viewKey = 'guanxi.workflow-view';

/** From the trigger down to the end, as a drawing or as an outline that says the same; what is open has its settings at the side. */
export function FlowEditor({ workflow, objects, problems, notices, edits }: FlowEditorProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>(() => (localStorage.getItem(viewKey) === 'outline' || matchMedia('(max-width: 767px)').matches ? 'outline' : 'canvas'));
  const [adding, setAdding] = useState<StepPlace | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const addAt = useCallback((at: StepPlace) => setAdding(at), []);
  const flow = useFlowBoard({ workflow, objects, problems, addAt });
  const { board, actions, titleOf, wrong, close } = flow;
  const copied = useCopiedStep();
  const isBeforeSave = 'beforeSave' in workflow.trigger;
  const ended = useCallback(() => requestAnimationFrame(() => focusPart(board.active)), [board.active]);

  const put = ({ workflow: next, id }: Inserted) => {
    edits.change(next);
    setAdding(null);
    board.open(stepPart(id));
    requestAnimationFrame(() => focusPart(stepPart(id)));
  };
  const paste = (at: StepPlace) => { if (copied) put(pasteStep(workflow, at, copied)); };
  const { remove } = useFlowKeys({ workflow, board, edits, hasFocus, onAdd: addAt, onMove: setMoving, onPaste: paste, canPaste: copied !== null, onClose: () => { close(); ended(); } });
  const moved = moving === null ? undefined : board.itemOf(stepPart(moving));
  const foldable = allItems(board.items).filter(({ ways }) => ways.length > 0).map(({ step }) => step.id);
  const isAllFolded = foldable.length > 0 && foldable.every((id) => board.collapsed.has(id));
  const onBlur = ({ relatedTarget }: FocusEvent) => { if (!(relatedTarget instanceof Node) || !place.current?.contains(relatedTarget)) setFocus(false); };
  return (
    <FlowBoardContext value={board}>
      <div ref={place} className={styles['editor']} onFocus={() => setFocus(true)} onBlur={onBlur}>
        <div className={styles['main']}>
          <div className={styles['bar']}>
            <SegmentedControl<View> label={t('flow.view')} value={view} onChange={(next) => { localStorage.setItem(viewKey, next); setView(next); }}
              segments={[{ value: 'canvas', label: t('flow.canvas'), icon: Workflow }, { value: 'outline', label: t('flow.outline'), icon: ListTree }]} />
            <span className={styles['counts']}>{t('flow.steps', { count: allItems(board.items).length })}</span>
            {wrong.length > 0 && (
              <Popover label={t('flow.problems.title')} trigger={<PlainButton className={found['count'] ?? ''}><TriangleAlert size={13} aria-hidden />{t('automation.flow.problems', { count: wrong.length })}</PlainButton>}>
                {(end) => <ProblemList problems={wrong} onGo={end} />}
              </Popover>
            )}
            <span className={styles['spring']} />
            {foldable.length > 0 && (
              <IconButton icon={isAllFolded ? ChevronsUpDown : ChevronsDownUp} label={t(isAllFolded ? 'flow.unfoldAll' : 'flow.foldAll')}
                onPress={() => { for (const id of foldable) if (board.collapsed.has(id) === isAllFolded) board.fold(id); }} />
            )}
            <IconButton icon={Undo2} label={t('ui.undo')} shortcut="mod+z" isDisabled={!edits.canUndo} onPress={edits.undo} />
            <IconButton icon={Redo2} label={t('model.undo.redo')} shortcut="shift+mod+z" isDisabled={!edits.canRedo} onPress={edits.redo} />
          </div>
          <div className={styles['notices']}>{notices}</div>
          <div className={styles['board']}>
            {view === 'outline' ? <FlowOutline /> : <Suspense fallback={<div className={styles['loading']}><SkeletonLines count={6} /></div>}><FlowCanvas /></Suspense>}
            {workflow.steps.length === 0 && <DescribeFlow workflow={workflow} objects={objects} onChange={edits.change} />}
          </div>
        </div>
        {board.isOpen && <FlowInspector workflow={workflow} objects={objects} flow={flow} onChange={edits.change} onClose={() => { close(); ended(); }} onMove={setMoving} onRemove={remove} />}
      </div>
      {adding && (
        <StepPicker actions={actions} isBeforeSave={isBeforeSave} copied={copied ? copied.title ?? titleOf(copied.action) : null} onClose={() => { setAdding(null); ended(); }}
          onChoose={(action) => put(insertStep(workflow, adding, action))} onPaste={() => paste(adding)} />
      )}
      {moved && <MoveDialog items={board.items} moved={moved} onClose={() => { setMoving(null); ended(); }} onMove={(at) => { edits.change(moveStepTo(workflow, moved.step.id, at)); setMoving(null); ended(); }} />}
    </FlowBoardContext>
  );
}
