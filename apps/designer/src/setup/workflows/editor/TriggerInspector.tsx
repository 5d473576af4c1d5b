import type { ObjectDescription, WorkflowTrigger } from '@guanxi/metadata';
import type { TriggerName } from '@guanxi/workflow/designer';
import { CirclePlus, Clock, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Checkbox, Field, Notice, RadioGroup, Select } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { describeTrigger } from '../describe-trigger.js';
import { ElapsedSettings } from './ElapsedSettings.js';
import { findAnchors, type AnchorChoice } from './elapsed-anchors.js';
import styles from './Inspector.module.css';

interface TriggerInspectorProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  readonly onChange: (workflow: WorkflowDraft) => void;
}

type TriggerKind = TriggerName;

/** What sets a workflow off, said as a sentence on top. */
export function TriggerInspector({ workflow, objects, onChange }: TriggerInspectorProps) {
  const { t, i18n } = useTranslation();
  const { trigger, object: objectName } = workflow;
  const object = objects.find(({ name }) => name === objectName);
  const anchors = findAnchors(objects, objectName);
  const kind = kindOf(trigger);
  const set = (next: WorkflowTrigger) => onChange({ ...workflow, trigger: next });
  return (
    <div className={styles['stack']}>
      <p className={styles['sentence']}>{describeTrigger(trigger, objectName, objects, t, i18n.language)}</p>
      <Select label={t('automation.object')} value={objectName} isRequired
        choices={objects.filter(({ platform }) => !platform).map(({ name, label }) => ({ value: name, label }))}
        onChange={(name) => { if (name) onChange({ ...workflow, object: name, trigger: fallbackTrigger(kind, findAnchors(objects, name)) }); }} />
      <RadioGroup label={t('automation.trigger.when')} value={kind} onChange={(next) => set(fallbackTrigger(next as TriggerKind, anchors))} isCards
        choices={[
          { value: 'created', label: t('automation.trigger.created'), icon: CirclePlus, description: t('automation.trigger.createdHelp') },
          { value: 'updated', label: t('automation.trigger.updated'), icon: PencilLine, description: t('automation.trigger.updatedHelp') },
          { value: 'elapsed', label: t('automation.trigger.elapsed'), icon: Clock, description: t('automation.trigger.elapsedHelp'), isDisabled: anchors.length === 0 },
        ]} />
      {'updated' in trigger && object && (
        <Field label={t('automation.trigger.fields')} help={t('automation.trigger.fieldsHelp')}>
          <div className={styles['checks']}>
            {object.fields.filter(({ system, name }) => !system || name === 'owner').map(({ name, label }) => {
              const chosen = trigger.updated.fields ?? [];
              return (
                <Checkbox key={name} isSelected={chosen.includes(name)}
                  onChange={(isOn) => set({ updated: withFields(isOn ? [...chosen, name] : chosen.filter((one) => one !== name)) })}>{label}</Checkbox>
              );
            })}
          </div>
        </Field>
      )}
      {'elapsed' in trigger && <ElapsedSettings elapsed={trigger.elapsed} anchors={anchors} onChange={(elapsed) => set({ elapsed })} />}
      {anchors.length === 0 && <Notice>{t('automation.trigger.noDates', { object: object?.label ?? objectName })}</Notice>}
    </div>
  );
}

function kindOf(trigger: WorkflowTrigger): TriggerKind {
  return Object.keys(trigger)[0] as TriggerKind;
}

function fallbackTrigger(kind: TriggerKind, anchors: readonly AnchorChoice[]): WorkflowTrigger {
  const [first] = anchors;
  if (kind === 'elapsed' && first) return { elapsed: { since: first.anchor, after: 'P30D' } };
  return kind === 'updated' ? { updated: {} } : { created: {} };
}

function withFields(fields: readonly string[]): { readonly fields?: readonly string[] } {
  return fields.length > 0 ? { fields } : {};
}
