import { checkFormula, evaluateFormula } from '@guanxi/formula';
import { formScope, writeInput, type FormRecord, type FormValues } from '@guanxi/forms';
import type { LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Button, Menu, objectIcon, showToast } from '../../ui/index.js';
import { CreateRecord } from '../create/CreateRecord.js';
import { valueIn } from '../records/FieldValue.js';
import { forgetLists } from '../records/record-lists.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { saveRecord } from '../records/save-record.js';
import { WorkflowButtons } from '../buttons/WorkflowButtons.js';
import { convertRecord } from './convert-record.js';
import { readActionValues } from './read-action-values.js';

interface RecordActionsProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly layout: LayoutDocument;
  readonly record: RecordRow;
}

type Action = NonNullable<ObjectDescription['actions']>[number];

/** So many stand side by side; the others are behind a menu. */
const MOST_BUTTONS = 3;

/** The buttons that the object's actions make, as far as they are for this record. */
export function RecordActions({ object, workspace, layout, record }: RecordActionsProps) {
  const { t } = useTranslation();
  const actions = useShownActions({ object, workspace, layout, record });
  const [asking, setAsking] = useState<Action | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const [creating, setCreating] = useState<{ readonly object: ObjectDescription; readonly given: Partial<FormRecord> } | null>(null);

  const run = async (action: Action) => {
    setAsking(null);
    setRunning(action.name);
    try {
      const effect = action.do;
      if ('convert' in effect) {
        await convertRecord(object, record.id, action.name);
        for (const name of [object.name, ...effect.convert.into.map((target) => target.object)]) forgetLists(name);
        showToast({ message: t('workspace.actions.done', { name: action.title }), tone: 'success' });
        return;
      }
      const values = await readActionValues(action.name, record.id);
      if ('openUrl' in effect) openAddress(String(values['url'] ?? ''), t('workspace.actions.badAddress'));
      else if ('update' in effect) await update(object, record, values);
      else {
        const target = workspace.objects.find(({ name }) => name === effect.create.object);
        if (target) setCreating({ object: target, given: { values } });
      }
      if ('update' in effect) showToast({ message: t('workspace.actions.done', { name: action.title }), tone: 'success' });
    } catch (failure) {
      showToast({ message: failure instanceof Error ? failure.message : String(failure), tone: 'danger' });
    } finally {
      setRunning(null);
    }
  };
  const start = (action: Action) => (action.confirm ? setAsking(action) : void run(action));
  const shown = actions.slice(0, MOST_BUTTONS);
  const others = actions.slice(MOST_BUTTONS);
  return (
    <>
      {shown.map((action) => <Button key={action.name} size="small" {...(action.icon && { icon: objectIcon(action.icon) })} isPending={running === action.name} onPress={() => start(action)}>{action.title}</Button>)}
      {others.length > 0 && <Menu label={t('workspace.actions.more')} placement="bottom end" trigger={<Button size="small">{t('workspace.actions.more')}</Button>} groups={[{ id: 'actions', items: others.map((action) => ({ id: action.name, label: action.title, onAction: () => start(action) })) }]} />}
      <WorkflowButtons object={object} workspace={workspace} record={record} />
      <AlertDialog tone="primary" isOpen={asking !== null} onOpenChange={() => setAsking(null)} title={asking?.title ?? ''} confirmLabel={asking?.title ?? ''} onConfirm={() => { if (asking) void run(asking); }}>{asking?.confirm}</AlertDialog>
      {creating && <CreateRecord object={creating.object} workspace={workspace} given={creating.given} onClose={() => setCreating(null)} />}
    </>
  );
}

/** A condition that reads what this page does not have decides nothing: the button is shown, and the server has the last word. */
function useShownActions({ object, workspace, layout, record }: RecordActionsProps): readonly Action[] {
  const { user } = useSession();
  const { timeZone } = useFormat();
  return useMemo(() => {
    const scope = formScope(workspace, object);
    const person: Readonly<Record<string, string>> = { id: user.id, name: user.name, email: user.email };
    const read = (path: readonly string[]) => {
      const [first = '', second = ''] = path;
      if (first === '$User') return person[second] ?? null;
      const field = object.fields.find(({ name }) => name === first);
      const value = field ? valueIn(record, field) : null;
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    };
    const isShown = ({ visibleWhen, do: effect }: Action): boolean => {
      if (('update' in effect || 'convert' in effect) && !mayEdit(object, record, user.id)) return false;
      if ('create' in effect && !workspace.objects.find(({ name }) => name === effect.create.object)?.canCreate) return false;
      if (visibleWhen === undefined) return true;
      const checked = checkFormula(visibleWhen, scope, 'boolean');
      if (!checked.ok || checked.formula.references.some((path) => path.length > 1 && path[0] !== '$User')) return true;
      return evaluateFormula(checked.formula, read, { now: new Date().toISOString(), timeZone }) === true;
    };
    const named = layout.actions;
    const all = object.actions ?? [];
    return (named ? named.flatMap((name) => all.find((action) => action.name === name) ?? []) : all).filter(isShown);
  }, [object, workspace, layout.actions, record, user.id, user.name, user.email, timeZone]);
}

async function update(object: ObjectDescription, record: RecordRow, values: FormValues): Promise<void> {
  await saveRecord(object, { id: record.id, data: writeInput(object, values), ifVersion: record['version'] as number | undefined });
  forgetLists(object.name);
}

/** Only addresses of the web and of this page itself: a formula must not make a script. */
function openAddress(address: string, refusal: string): void {
  if (!/^(https?:\/\/|\/)/i.test(address)) throw new Error(refusal);
  window.open(address, '_blank', 'noopener,noreferrer');
}
