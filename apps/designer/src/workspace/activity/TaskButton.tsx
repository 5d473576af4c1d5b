import { valueName } from '@guanxi/metadata';
import { SquareCheckBig } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { IconButton, Menu, ObjectGlyph } from '../../ui/index.js';
import { tasksAbout, type TaskAbout } from '../tasks/tasks-about.js';

const CreateRecord = lazy(async () => ({ default: (await import('../create/CreateRecord.js')).CreateRecord }));

interface TaskButtonProps {
  readonly object: string;
  readonly recordId: string;
  readonly recordName: string;
  /** What is written in the composer: what the task is called to begin with. */
  readonly text: string;
  readonly onCreated: () => void;
}

const longestName = 120;

/** A task, call or the like about the record, out of what one was about to say. Draws nothing where there are none. */
export function TaskButton({ object, recordId, recordName, text, onCreated }: TaskButtonProps) {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  const kinds = useMemo(() => (workspace ? tasksAbout(workspace, object) : []), [workspace, object]);
  const [made, setMade] = useState<{ readonly kind: TaskAbout; readonly text: string } | null>(null);
  const given = useMemo(() => made && {
    values: { [made.kind.field.name]: recordId, ...nameOf(made.kind, made.text) }, recordNames: { [made.kind.field.name]: recordName },
  }, [made, recordId, recordName]);
  const [only] = kinds;
  if (!workspace || !only) return null;
  const begin = (kind: TaskAbout) => setMade({ kind, text: text.trim() });
  const label = (kind: TaskAbout) => t('workspace.newRecord', { name: kind.object.label });
  return (
    <>
      {kinds.length === 1
        ? <IconButton size="small" icon={SquareCheckBig} label={label(only)} onPress={() => begin(only)} />
        : (
          <Menu label={t('threads.addTask')} placement="bottom start" trigger={<IconButton size="small" icon={SquareCheckBig} label={t('threads.addTask')} />}
            groups={[{ id: 'kinds', items: kinds.map((kind) => ({ id: valueName(kind.field) + kind.object.name, label: kind.object.label, glyph: <ObjectGlyph icon={kind.object.icon} hue={kind.object.color} name={kind.object.name} size="small" />, onAction: () => begin(kind) })) }]} />
        )}
      {made && given && <Suspense><CreateRecord object={made.kind.object} workspace={workspace} given={given} onClose={() => setMade(null)} onCreated={onCreated} /></Suspense>}
    </>
  );
}

/** The first line, where the name of the task is a text that may be written. */
function nameOf({ object }: TaskAbout, text: string): Readonly<Record<string, string>> {
  const field = object.fields.find(({ name, type, writable }) => name === object.nameField && type === 'text' && writable);
  const line = text.split('\n')[0]?.slice(0, longestName).trim() ?? '';
  return field && line !== '' ? { [field.name]: line } : {};
}
