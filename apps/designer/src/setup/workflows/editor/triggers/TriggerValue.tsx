import { widgetOf, WidgetKitProvider } from '@guanxi/field-types/widgets';
import type { FieldDescription, FieldValue } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select, widgetKit } from '../../../../ui/index.js';
import { useDisplay } from '../../../../workspace/records/use-display.js';
import styles from '../Inspector.module.css';

interface TriggerValueProps {
  readonly label: string;
  readonly field: FieldDescription;
  /** Undefined where any value will do. */
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
}

/** What a field was or becomes: anything, blank, or a value in the field's own input. */
export function TriggerValue({ label, field, value, onChange }: TriggerValueProps) {
  const { t } = useTranslation();
  const display = useDisplay();
  const { widget: { Input }, settings } = widgetOf(field);
  const [wantsValue, setWantsValue] = useState(value !== undefined && value !== null);
  const mode = value === undefined && !wantsValue ? 'any' : wantsValue ? 'value' : 'blank';
  const choose = (next: string | null) => {
    setWantsValue(next === 'value');
    onChange(next === 'any' ? undefined : next === 'value' && field.value.type === 'boolean' ? true : null);
  };
  return (
    <div className={styles['pair']}>
      <Select label={label} value={mode} onChange={choose} choices={[{ value: 'any', label: t('flow.trigger.anything') }, { value: 'value', label: t('flow.trigger.aValue') }, { value: 'blank', label: t('flow.trigger.blank') }]} />
      {mode === 'value' && (
        <WidgetKitProvider kit={widgetKit}>
          <Input label={t('automation.values.value')} value={value ?? null} settings={settings} onChange={(next) => onChange(isFieldValue(next) ? next : null)} display={{ ...display, ...(field.valueLabels && { valueLabels: field.valueLabels }) }} />
        </WidgetKitProvider>
      )}
    </div>
  );
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
