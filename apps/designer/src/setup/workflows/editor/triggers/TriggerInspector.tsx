import type { ObjectDescription, WorkflowTrigger } from '@guanxi/metadata';
import type { TriggerName } from '@guanxi/workflow/designer';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../api/index.js';
import { ObjectGlyph, Select } from '../../../../ui/index.js';
import type { WorkflowDraft } from '../../automation-types.js';
import { useTriggerText } from '../../trigger-texts.js';
import { triggerGroups, triggerKinds, triggerNames } from './trigger-kinds.js';
import type { TriggerSettingsProps } from './trigger-settings.js';
import styles from '../Inspector.module.css';

interface TriggerInspectorProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  /** Paths count from the workflow. */
  readonly problems: readonly Problem[];
  readonly onChange: (workflow: WorkflowDraft) => void;
}

/** What sets a workflow off, said as a sentence on top. */
export function TriggerInspector({ workflow, objects, problems, onChange }: TriggerInspectorProps) {
  const { t } = useTranslation();
  const text = useTriggerText(workflow);
  const kind = Object.keys(workflow.trigger)[0] as TriggerName;
  const object = objects.find(({ name }) => name === workflow.object);
  const begin = (name: TriggerName, on: ObjectDescription | undefined) => {
    const settings = on && triggerKinds[name](objects).begin(on);
    return settings ? ({ [name]: settings } as unknown as WorkflowTrigger) : null;
  };
  const Settings = triggerKinds[kind](objects).Settings as ComponentType<TriggerSettingsProps<TriggerName>> | undefined;
  const own = problems.filter(({ path }) => path.startsWith(`/trigger/${kind}`)).map((problem) => ({ ...problem, path: problem.path.slice(`/trigger/${kind}`.length) }));
  return (
    <div className={styles['stack']}>
      <p className={styles['sentence']}>{text}</p>
      <Select label={t('automation.object')} value={workflow.object} isRequired
        choices={objects.filter(({ platform }) => !platform).map(({ name, label, icon, color }) => ({ value: name, label, glyph: <ObjectGlyph icon={icon} hue={color} name={name} size="small" /> }))}
        onChange={(name) => { const next = objects.find((one) => one.name === name); if (next && next !== object) onChange({ ...workflow, object: next.name, trigger: begin(kind, next) ?? { created: {} } }); }} />
      <Select label={t('automation.trigger.when')} value={kind} isRequired
        choices={triggerGroups.flatMap((group) => triggerNames.filter((name) => triggerKinds[name](objects).group === group).map((name) => ({
          value: name, group: t(`flow.triggerGroup.${group}`), label: t(`automation.trigger.kinds.${name}`), icon: triggerKinds[name](objects).icon,
          description: begin(name, object) ? t(`flow.trigger.${name}`) : t('flow.trigger.notHere', { object: object?.label ?? workflow.object }), isDisabled: name !== kind && begin(name, object) === null,
        })))}
        onChange={(name) => { const trigger = name !== null && name !== kind ? begin(name as TriggerName, object) : null; if (trigger) onChange({ ...workflow, trigger }); }} />
      {Settings && object && <Settings settings={(workflow.trigger as Partial<Record<TriggerName, unknown>>)[kind] as never} object={object} objects={objects} problems={own} onChange={(settings) => onChange({ ...workflow, trigger: { [kind]: settings } as unknown as WorkflowTrigger })} />}
    </div>
  );
}
