import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MultiSelect, NumberField } from '../../../../ui/index.js';
import { FormulaField } from '../../../formula/FormulaField.js';
import { recordScope } from '../../../formula/record-scope.js';
import { FieldValues } from '../FieldValues.js';
import type { ControlProps } from '../InputControl.js';
import { DocumentChoice } from './DocumentChoice.js';

/** Fields of the object that the step names, by which it finds a record. */
export function FieldNames({ field, name, input, objects, onChange }: ControlProps) {
  const { t } = useTranslation();
  const target = objects.find((object) => object.name === input['object']);
  const chosen = Array.isArray(input[name]) ? input[name].map(String) : [];
  const choices = (target?.fields ?? []).filter(({ writable }) => writable).map(({ name: value, label }) => ({ value, label }));
  return <MultiSelect {...field} value={chosen} choices={choices} isDisabled={!target} placeholder={target ? t('ui.choose') : t('automation.input.chooseObject')} onChange={(next) => onChange(next.length > 0 ? next : undefined)} />;
}

/** A condition over records of the object that the step names, beside which the workflow's own record is `$Record`. */
export function SetCondition({ field, text, onChange, ...props }: ControlProps) {
  return <FormulaField {...field} value={text} scope={useSetScope(props)} expected="boolean" onChange={onChange} />;
}

/** A formula over each such record for every field that is set. */
export function SetValues({ field, name, input, onChange, ...props }: ControlProps) {
  const scope = useSetScope({ ...props, input });
  const target = props.objects.find((object) => object.name === input['object']);
  if (!target) return null;
  const values = (typeof input[name] === 'object' && input[name] !== null ? input[name] : {}) as Readonly<Record<string, string>>;
  return (
    <FieldValues label={field.label} help={field.help} error={field.error} values={values} target={target} scope={scope} isNew={false} problems={props.problems}
      onChange={(next) => onChange(Object.keys(next).length > 0 ? next : undefined)} />
  );
}

/** A condition that is looked at outside of the run: it knows the record alone. */
export function OwnCondition({ field, text, objects, place, onChange }: ControlProps) {
  const scope = useMemo(() => recordScope(objects, place.object, { isUnattended: true }), [objects, place.object]);
  return <FormulaField {...field} value={text} scope={scope} expected="boolean" onChange={onChange} />;
}

export function Percent({ field, name, input, onChange }: ControlProps) {
  const value = input[name];
  return <NumberField {...field} unit="%" min={1} max={99} value={typeof value === 'number' ? value : null} onChange={(next) => onChange(next ?? undefined)} />;
}

export function CalendarName({ field, text, onChange }: ControlProps) {
  return <DocumentChoice {...field} kind="business-calendar" value={text} onChange={onChange} />;
}

export function DocumentTemplate({ field, text, place, onChange }: ControlProps) {
  return <DocumentChoice {...field} kind="document-template" object={place.object} value={text} onChange={onChange} />;
}

function useSetScope({ objects, place, input }: Pick<ControlProps, 'objects' | 'place' | 'input'>) {
  const target = typeof input['object'] === 'string' ? input['object'] : '';
  const { object: around, variables } = place;
  return useMemo(() => recordScope(objects, target, { isUnattended: true, variables, around }), [objects, target, variables, around]);
}
