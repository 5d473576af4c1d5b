import type { WorkflowInput } from '@guanxi/metadata';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Select, Switch } from '../../../../ui/index.js';
import { recordScope } from '../../../formula/record-scope.js';
import type { ControlProps } from '../InputControl.js';
import { InputsEditor } from '../triggers/InputsEditor.js';
import { ApprovalLevelsControl } from './ApprovalLevelsControl.js';
import { QueueChoice } from './QueueChoice.js';

export function Levels({ field, name, input, objects, place, problems, onChange }: ControlProps) {
  const scope = useMemo(() => recordScope(objects, place.object, { isUnattended: true, variables: place.variables }), [objects, place.object, place.variables]);
  return <ApprovalLevelsControl {...field} levels={input[name]} scope={scope} problems={problems} onChange={onChange} />;
}

export function QueueName({ field, text, onChange }: ControlProps) {
  return <QueueChoice {...field} value={text} onChange={onChange} />;
}

export function Questions({ field, name, input, problems, onChange }: ControlProps) {
  const inputs = Array.isArray(input[name]) ? (input[name] as readonly WorkflowInput[]) : [];
  return <InputsEditor label={field.label} help={field.help} inputs={inputs} isRequired={field.isRequired} problems={problems} onChange={onChange} />;
}

/** On or off; what the schema says by default is not written. */
export function OnOff({ field, name, schema, input, onChange }: ControlProps) {
  const standard = schema['default'] === true;
  return <Switch isSelected={typeof input[name] === 'boolean' ? input[name] : standard} help={field.help} onChange={(isOn) => onChange(isOn === standard ? undefined : isOn)}>{field.label}</Switch>;
}

/** One of a few words that the schema names. */
export function OneOf({ field, schema, text, onChange }: ControlProps) {
  const { t } = useTranslation();
  const words = Array.isArray(schema['enum']) ? schema['enum'].map(String) : [];
  return <Select {...field} isClearable value={text || null} choices={words.map((value) => ({ value, label: t(`people.steps.choices.${value}`, { defaultValue: value }) }))} onChange={(next) => onChange(next ?? undefined)} />;
}
