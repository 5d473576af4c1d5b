import { useTranslation } from 'react-i18next';
import { DateField, DecimalField, Select, TextField } from '../../ui/index.js';
import { picklistChoices, type ConditionField } from './condition-fields.js';
import type { OperandKind } from './condition-rows.js';

interface OperandProps {
  readonly field: ConditionField | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The value of a condition's row, in the control that suits its field. */
export function ConditionOperand(props: OperandProps) {
  const Control = controls[props.field?.kind ?? 'text'];
  return <Control {...props} />;
}

function useOperandLabel() {
  const { t } = useTranslation();
  return { label: t('automation.condition.value'), hideLabel: true } as const;
}

const controls: Readonly<Record<OperandKind, (props: OperandProps) => React.ReactNode>> = {
  text: function TextOperand({ value, onChange }) { return <TextField {...useOperandLabel()} value={value} onChange={onChange} />; },
  number: function NumberOperand({ value, onChange }) { return <DecimalField {...useOperandLabel()} value={value || null} onChange={(next) => onChange(next ?? '')} />; },
  date: function DateOperand({ value, onChange }) { return <DateField {...useOperandLabel()} value={value || null} onChange={(next) => onChange(next ?? '')} />; },
  picklist: function PicklistOperand({ field, value, onChange }) {
    return <Select {...useOperandLabel()} value={value || null} choices={field ? picklistChoices(field.field) : []} onChange={(next) => onChange(next ?? '')} />;
  },
  boolean: function BooleanOperand({ value, onChange }) {
    const { t } = useTranslation();
    return <Select {...useOperandLabel()} value={value || null} choices={[{ value: 'true', label: t('ui.yes') }, { value: 'false', label: t('ui.no') }]} onChange={(next) => onChange(next ?? '')} />;
  },
};
