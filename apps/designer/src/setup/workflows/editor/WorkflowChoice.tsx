import { useQuery } from '@tanstack/react-query';
import { Select, type FieldProps } from '../../../ui/index.js';
import { workflowStatesOptions } from '../automation-queries.js';

interface WorkflowChoiceProps extends FieldProps {
  readonly object: string;
  /** The workflow that the step stands in. */
  readonly own: string;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/** Another workflow on records of the same object. */
export function WorkflowChoice({ object, own, value, onChange, ...field }: WorkflowChoiceProps) {
  const { data = [] } = useQuery(workflowStatesOptions);
  const fitting = data.filter((workflow) => workflow.object === object && workflow.name !== own);
  const choices = fitting.map(({ name, title }) => ({ value: name, label: title }));
  const known = value === '' || choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }];
  return <Select {...field} value={value || null} choices={known} onChange={(next) => onChange(next ?? undefined)} />;
}
