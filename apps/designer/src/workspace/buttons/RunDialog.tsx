import { RecordForm } from '@guanxi/forms/react';
import type { WorkspaceDescription } from '@guanxi/metadata';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { Button, Dialog, FormActions, Notice } from '../../ui/index.js';
import { useDisplay } from '../records/use-display.js';
import { describeForm } from '../approvals/describe-form.js';
import { inputProblems, type WorkflowButton } from './button-queries.js';

interface RunDialogProps {
  readonly workspace: WorkspaceDescription;
  readonly button: WorkflowButton;
  /** How many records it is run on. */
  readonly count: number;
  /** Throws `ApiError`. */
  readonly onRun: (inputs: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly onClose: () => void;
}

/** What a workflow asks of a person before it runs. */
export function RunDialog({ workspace, button, count, onRun, onClose }: RunDialogProps) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const display = useDisplay();
  const [now] = useState(() => new Date().toISOString());
  const [fault, setFault] = useState<string | null>(null);
  const object = useMemo(() => describeForm({ title: button.label, inputs: button.inputs }, i18n.language), [button, i18n.language]);
  const record = useMemo(() => ({ values: Object.fromEntries(button.inputs.map(({ name, type }) => [name, type === 'boolean' ? false : null])), recordNames: {} }), [button.inputs]);
  const texts = useCallback((key: string, values?: Readonly<Record<string, unknown>>) => t(`forms.${key}`, { ...values }), [t]);
  const run = async (values: Readonly<Record<string, unknown>>) => {
    setFault(null);
    try {
      await onRun(values);
      return undefined;
    } catch (error) {
      const problems = inputProblems(error);
      if (problems) return problems;
      setFault(error instanceof Error ? error.message : String(error));
      return [];
    }
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={button.label} {...(count > 1 && { description: t('calls.run.onMany', { count }) })}>
      {fault !== null && <Notice tone="danger" isAnnounced>{fault}</Notice>}
      <RecordForm mode="create" workspace={workspace} object={object} record={record} user={user} display={display} now={now} texts={texts} onSave={run} onCancel={onClose}
        actions={({ saving }) => <FormActions><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" type="submit" isPending={saving}>{t('calls.run.run')}</Button></FormActions>} />
    </Dialog>
  );
}
