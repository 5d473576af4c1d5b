import type { JsonSchema } from '@guanxi/field-types';
import type { ObjectDescription } from '@guanxi/metadata';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { Select, TextField } from '../../../ui/index.js';
import { FormulaField } from '../../formula/FormulaField.js';
import { recordScope, relationPaths } from '../../formula/record-scope.js';
import { FormulaList, MessageChoice } from '../../messages/StepControls.js';
import { FieldValues } from './FieldValues.js';
import { PeriodField } from './PeriodField.js';

interface InputControlProps {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  /** The whole input of the step: some controls follow others. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly workflowObject: string;
  readonly objects: readonly ObjectDescription[];
  /** Paths count from this part of the input. */
  readonly problems: readonly Problem[];
  readonly onChange: (value: unknown) => void;
}

/** One part of a step's input. `format` of its schema says what the text stands for, and so how it is given. */
export function InputControl(props: InputControlProps) {
  const { t } = useTranslation();
  const { name, schema, problems, isRequired } = props;
  const own = problems.filter(({ path }) => path === '').map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join(' ');
  const label = t(`automation.input.${name}.title`, { defaultValue: typeof schema['title'] === 'string' ? schema['title'] : name });
  const help = t(`automation.input.${name}.help`, { defaultValue: typeof schema['description'] === 'string' ? schema['description'] : '' });
  const Control = controls[String(schema['format'])] ?? PlainText;
  return <Control {...props} field={{ label, help, isRequired, ...(own !== '' && { error: own }) }} text={typeof props.input[name] === 'string' ? props.input[name] : ''} />;
}

interface ControlProps extends InputControlProps {
  readonly field: { readonly label: string; readonly help: string; readonly isRequired: boolean; readonly error?: string };
  readonly text: string;
}

const controls: Readonly<Record<string, (props: ControlProps) => ReactNode>> = {
  'object-name': ObjectName, 'relation-path': RelationPath, 'field-values': Values, formula: OwnFormula, period: PeriodText, 'related-formula': RelatedFormula, 'message-template': MessageTemplate, 'formula-list': Formulas,
};

function PlainText({ field, text, onChange }: ControlProps) {
  return <TextField {...field} value={text} onChange={onChange} />;
}

function PeriodText({ field, text, onChange }: ControlProps) {
  return <PeriodField {...field} text={text} onChange={onChange} />;
}

function ObjectName({ field, text, objects, onChange }: ControlProps) {
  return <Select {...field} value={text || null} choices={objects.filter(({ platform }) => !platform).map(({ name, label }) => ({ value: name, label }))} onChange={onChange} />;
}

function RelationPath({ field, text, objects, workflowObject, onChange }: ControlProps) {
  const paths = relationPaths(objects, workflowObject);
  return <Select {...field} value={text || null} choices={paths.map(({ path, label }) => ({ value: path, label }))} onChange={onChange} />;
}

function OwnFormula({ field, text, objects, workflowObject, onChange }: ControlProps) {
  const scope = useMemo(() => recordScope(objects, workflowObject, { isUnattended: true }), [objects, workflowObject]);
  return <FormulaField {...field} value={text} scope={scope} onChange={onChange} />;
}

function MessageTemplate({ field, text, workflowObject, onChange }: ControlProps) {
  return <MessageChoice {...field} object={workflowObject} value={text} onChange={onChange} />;
}

function Formulas({ field, name, input, objects, workflowObject, problems, onChange }: ControlProps) {
  const scope = useMemo(() => recordScope(objects, workflowObject, { isUnattended: true }), [objects, workflowObject]);
  const values = Array.isArray(input[name]) ? input[name].map(String) : [];
  return <FormulaList {...field} scope={scope} values={values} problems={problems} onChange={onChange} />;
}

function RelatedFormula({ field, text, objects, onChange, input, workflowObject }: ControlProps) {
  const target = targetOf(input, objects, workflowObject);
  const scope = useMemo(() => recordScope(objects, target, { isUnattended: true }), [objects, target]);
  return <FormulaField {...field} value={text} scope={scope} expected="boolean" onChange={onChange} />;
}

function Values({ field, name, input, objects, workflowObject, problems, onChange }: ControlProps) {
  const target = objects.find((object) => object.name === targetOf(input, objects, workflowObject));
  if (!target) return null;
  const values = (typeof input[name] === 'object' && input[name] !== null ? input[name] : {}) as Readonly<Record<string, string>>;
  return (
    <FieldValues label={field.label} help={field.help} error={field.error} values={values} target={target} objects={objects} workflowObject={workflowObject}
      isNew={'object' in input} problems={problems} onChange={(next) => onChange(Object.keys(next).length > 0 ? next : undefined)} />
  );
}

/** The object whose fields the step writes: the one it makes, that of its related list, or the workflow's own. Empty while it is not chosen. */
function targetOf(input: Readonly<Record<string, unknown>>, objects: readonly ObjectDescription[], workflowObject: string): string {
  if (typeof input['object'] === 'string') return input['object'];
  if ('relation' in input) return relationPaths(objects, workflowObject).find(({ path }) => path === input['relation'])?.object ?? '';
  return workflowObject;
}
