import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/index.js';
import type { LeftRecord } from '../bulk/change-others.js';
import { runWorkflow, workflowButtonsOptions, type PressedRecord, type WorkflowButton } from './button-queries.js';

const RunDialog = lazy(async () => ({ default: (await import('./RunDialog.js')).RunDialog }));

const NONE: readonly WorkflowButton[] = [];

export interface RunnableRecord {
  readonly id: string;
  readonly name: string;
}

interface WorkflowRun {
  readonly buttons: readonly WorkflowButton[];
  /** The one that is about to run. */
  readonly pending: string | null;
  readonly start: (button: WorkflowButton) => void;
  /** Belongs somewhere on the page. */
  readonly dialog: ReactNode;
}

interface WorkflowRunOptions {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly count: number;
  readonly records: () => Promise<readonly RunnableRecord[]>;
  /** Told of the records it did not run on, where there are any. */
  readonly onDone?: (left: readonly LeftRecord[], begun: number) => void;
}

/** The workflows that can be run by hand on some records: asks what they ask for, runs them, and says what came of it. */
export function useWorkflowRun({ workspace, object, count, records, onDone }: WorkflowRunOptions): WorkflowRun {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: buttons = NONE } = useQuery({ ...workflowButtonsOptions(object.name, workspace.revision), enabled: object.canEdit });
  const [pending, setPending] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ readonly button: WorkflowButton; readonly key: string } | null>(null);

  const run = async (button: WorkflowButton, key: string, inputs: Readonly<Record<string, unknown>>) => {
    setPending(button.name);
    try {
      const chosen = await records();
      const pressed = await runWorkflow(button.name, chosen.map(({ id }) => id), key, inputs);
      setAsking(null);
      tell(button, pressed, chosen);
    } finally {
      setPending(null);
    }
  };
  const tell = ({ label }: WorkflowButton, pressed: readonly PressedRecord[], chosen: readonly RunnableRecord[]) => {
    const begun = pressed.filter(({ outcome }) => outcome === 'BEGUN' || outcome === 'KNOWN');
    const names = new Map(chosen.map(({ id, name }) => [id, name]));
    const left = pressed.flatMap(({ recordId: id, reason }): LeftRecord[] => (reason === null ? [] : [{ id, name: names.get(id) ?? '', reason }]));
    const [first] = begun;
    const runId = begun.length === 1 ? first?.runId : null;
    onDone?.(left, begun.length);
    if (begun.length === 0) return showToast({ message: t('calls.run.none', { name: label }), tone: 'danger', ...(left[0] && { description: left[0].reason }) });
    return showToast({
      message: t('calls.run.begun', { name: label, count: begun.length }), tone: 'success', ...(left.length > 0 && { description: t('calls.run.left', { count: left.length }) }),
      ...(runId && { action: { label: t('calls.run.look'), run: () => void navigate({ to: '/setup/runs/$run', params: { run: runId } }) } }),
    });
  };
  const start = (button: WorkflowButton) => {
    const key = crypto.randomUUID();
    if (button.inputs.length > 0) setAsking({ button, key });
    else run(button, key, {}).catch((error: unknown) => showToast({ message: error instanceof Error ? error.message : String(error), tone: 'danger' }));
  };
  const dialog = asking && (
    <Suspense><RunDialog workspace={workspace} button={asking.button} count={count} onRun={(inputs) => run(asking.button, asking.key, inputs)} onClose={() => setAsking(null)} /></Suspense>
  );
  return { buttons, pending, start, dialog };
}
