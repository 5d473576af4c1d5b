import type { JsonSchema } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import type { ObjectDescription, WorkflowInput } from '@guanxi/metadata';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { Checkbox, Select, TextField } from '../../../ui/index.js';
import { FormulaField } from '../../formula/FormulaField.js';
import { recordScope, relationPaths } from '../../formula/record-scope.js';
import { FormulaList, MessageChoice } from '../../messages/StepControls.js';
import { BranchCases } from './BranchCases.js';
import { HeaderNames } from './controls/HeaderNames.js';
import { NamedFormulas } from './controls/NamedFormulas.js';
import { InputsEditor } from './triggers/InputsEditor.js';
import { FieldName, TranslatedMessage } from './controls/save-controls.js';
import { CalendarName, DocumentTemplate, FieldNames, OwnCondition, Percent, SetCondition, SetValues } from './controls/record-controls.js';
import { Levels, OneOf, OnOff, QueueName, Questions } from './controls/people-controls.js';
import { FieldValues } from './FieldValues.js';
import { PeriodField } from './PeriodField.js';
import { WorkflowChoice } from './WorkflowChoice.js';

/** Where the step stands: the object of its record, what earlier steps leave, and the name of its workflow. */
export interface StepPlace {
  readonly object: string;
  readonly variables: ReadonlyMap<string, FormulaType>;
  readonly workflow: string;
  /** It acts before a save: somebody is there, and a state before the change. */
  readonly saving: boolean;
}

interface InputControlProps {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  /** The whole input of the step: some controls follow others. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly place: StepPlace;
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
  const Control = controls[String(schema['format'])] ?? (schema['type'] === 'boolean' ? OnOff : Array.isArray(schema['enum']) ? OneOf : PlainText);
  return <Control {...props} field={{ label, help, isRequired, ...(own !== '' && { error: own }) }} text={typeof props.input[name] === 'string' ? props.input[name] : ''} />;
}

export interface ControlProps extends InputControlProps {
  readonly field: { readonly label: string; readonly help: string; readonly isRequired: boolean; readonly error?: string };
  readonly text: string;
}

const controls: Readonly<Record<string, (props: ControlProps) => ReactNode>> = {
  'object-name': ObjectName, 'relation-path': RelationPath, 'field-values': Values, formula: OwnFormula, period: PeriodText, 'workflow-name': WorkflowName, 'branch-cases': Cases, 'related-formula': RelatedFormula, 'message-template': MessageTemplate, 'formula-list': Formulas, 'named-formulas': Named, 'header-formulas': Named, 'header-names': HeaderNames, 'incoming-values': Incoming, 'yes-no': YesNo,
  'field-names': FieldNames, 'set-formula': SetCondition, 'set-values': SetValues, condition: OwnCondition, percent: Percent, 'business-calendar': CalendarName, 'document-template': DocumentTemplate,
  'translated-text': TranslatedMessage, 'field-name': FieldName,
  'approval-levels': Levels, 'queue-name': QueueName, 'workflow-inputs': Questions,
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

function RelationPath({ field, text, objects, place, onChange }: ControlProps) {
  const paths = relationPaths(objects, place.object);
  return <Select {...field} value={text || null} choices={paths.map(({ path, label }) => ({ value: path, label }))} onChange={onChange} />;
}

function useStepScope(objects: readonly ObjectDescription[], { object, variables, saving }: StepPlace) {
  return useMemo(() => recordScope(objects, object, { isUnattended: !saving, variables }), [objects, object, variables, saving]);
}

function WorkflowName({ field, text, place, onChange }: ControlProps) {
  return <WorkflowChoice {...field} object={place.object} own={place.workflow} value={text} onChange={onChange} />;
}

function Cases({ field, name, input, objects, place, problems, onChange }: ControlProps) {
  const scope = useStepScope(objects, place);
  return <BranchCases {...field} cases={input[name]} scope={scope} problems={problems} onChange={onChange} />;
}

function OwnFormula({ field, name, text, objects, place, onChange }: ControlProps) {
  const { t } = useTranslation();
  const scope = useStepScope(objects, place);
  const example = t(`automation.input.${name}.example`, { defaultValue: '' });
  return <FormulaField {...field} value={text} scope={scope} {...(example !== '' && { placeholder: example })} onChange={onChange} />;
}

function MessageTemplate({ field, text, place, onChange }: ControlProps) {
  return <MessageChoice {...field} object={place.object} value={text} onChange={onChange} />;
}

function Formulas({ field, name, input, objects, place, problems, onChange }: ControlProps) {
  const scope = useStepScope(objects, place);
  const values = Array.isArray(input[name]) ? input[name].map(String) : [];
  return <FormulaList {...field} scope={scope} values={values} problems={problems} onChange={onChange} />;
}

function Named({ field, name, schema, input, objects, place, problems, onChange }: ControlProps) {
  const scope = useStepScope(objects, place);
  const values = (typeof input[name] === 'object' && input[name] !== null ? input[name] : {}) as Readonly<Record<string, string>>;
  return <NamedFormulas label={field.label} help={field.help} {...(field.error !== undefined && { error: field.error })} values={values} scope={scope} naming={schema['format'] === 'header-formulas' ? 'headers' : 'values'} problems={problems} onChange={(next) => onChange(Object.keys(next).length > 0 ? next : undefined)} />;
}

function Incoming({ field, name, input, problems, onChange }: ControlProps) {
  return <InputsEditor label={field.label} help={field.help} inputs={(Array.isArray(input[name]) ? input[name] : []) as readonly WorkflowInput[]} hasPointers problems={problems} onChange={(next) => onChange(next.length > 0 ? next : undefined)} />;
}

function YesNo({ field, name, input, onChange }: ControlProps) {
  return <Checkbox isSelected={input[name] === true} onChange={(isOn) => onChange(isOn || undefined)}>{field.label}</Checkbox>;
}

function RelatedFormula({ field, text, objects, onChange, input, place }: ControlProps) {
  const target = targetOf(input, objects, place.object);
  const scope = useMemo(() => recordScope(objects, target, { isUnattended: true }), [objects, target]);
  return <FormulaField {...field} value={text} scope={scope} expected="boolean" onChange={onChange} />;
}

function Values({ field, name, input, objects, place, problems, onChange }: ControlProps) {
  const scope = useStepScope(objects, place);
  const target = objects.find((object) => object.name === targetOf(input, objects, place.object));
  if (!target) return null;
  const values = (typeof input[name] === 'object' && input[name] !== null ? input[name] : {}) as Readonly<Record<string, string>>;
  return (
    <FieldValues label={field.label} help={field.help} error={field.error} values={values} target={target} scope={scope}
      isNew={'object' in input} problems={problems} onChange={(next) => onChange(Object.keys(next).length > 0 ? next : undefined)} />
  );
}

/** The object whose fields the step writes: the one it makes, that of its related list, or the workflow's own. Empty while it is not chosen. */
function targetOf(input: Readonly<Record<string, unknown>>, objects: readonly ObjectDescription[], workflowObject: string): string {
  if (typeof input['object'] === 'string') return input['object'];
  if ('relation' in input) return relationPaths(objects, workflowObject).find(({ path }) => path === input['relation'])?.object ?? '';
  return workflowObject;
}
