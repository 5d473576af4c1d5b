import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { Zap } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useCommands } from '../../shell/index.js';
import { Button, Menu } from '../../ui/index.js';
import { recordName } from '../records/record-name.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { useWorkflowRun } from './use-workflow-run.js';

interface WorkflowButtonsProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly record: RecordRow;
}

/** So many stand side by side; the others are behind a menu. */
const MOST_BUTTONS = 2;

/** The workflows that this person can run on a record; also among the commands. */
export function WorkflowButtons(props: WorkflowButtonsProps) {
  const { user } = useSession();
  return mayEdit(props.object, props.record, user.id) ? <Buttons {...props} /> : null;
}

function Buttons({ object, workspace, record }: WorkflowButtonsProps) {
  const { t } = useTranslation();
  const { buttons, pending, start, dialog } = useWorkflowRun({ workspace, object, count: 1, records: () => Promise.resolve([{ id: record.id, name: recordName(object, record) }]) });
  const section = t('shell.commands.here');
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  useCommands(useMemo(() => buttons.map((button) => ({ id: `run-${button.name}`, label: button.label, section, icon: Zap, isNear: true, run: () => latest.current(button) })), [buttons, section]));
  const others = buttons.slice(MOST_BUTTONS);
  return (
    <>
      {buttons.slice(0, MOST_BUTTONS).map((button) => <Button key={button.name} size="small" icon={Zap} isPending={pending === button.name} onPress={() => start(button)}>{button.label}</Button>)}
      {others.length > 0 && <Menu label={t('calls.run.more')} placement="bottom end" trigger={<Button size="small" icon={Zap}>{t('calls.run.more')}</Button>} groups={[{ id: 'workflows', items: others.map((button) => ({ id: button.name, label: button.label, onAction: () => start(button) })) }]} />}
      {dialog}
    </>
  );
}
