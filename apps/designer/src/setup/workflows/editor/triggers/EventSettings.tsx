import { useTranslation } from 'react-i18next';
import { TextField } from '../../../../ui/index.js';
import { InputsEditor } from './InputsEditor.js';
import { errorAt, problemsWithin, type TriggerSettingsProps } from './trigger-settings.js';

/** The event's name, and the values that it brings. */
export function EventSettings({ settings: { name, inputs = [] }, problems, onChange }: TriggerSettingsProps<'event'>) {
  const { t } = useTranslation();
  return (
    <>
      <TextField label={t('flow.trigger.eventName')} help={t('flow.trigger.eventNameHelp')} isRequired value={name} maxLength={100} error={errorAt(problems, '/name') ?? null} onChange={(next) => onChange({ name: next, ...(inputs.length > 0 && { inputs }) })} />
      <InputsEditor label={t('flow.inputs.brought')} help={t('flow.inputs.help')} inputs={inputs} problems={problemsWithin(problems, '/inputs')} onChange={(next) => onChange({ name, ...(next.length > 0 && { inputs: next }) })} />
    </>
  );
}
