import { useTranslation } from 'react-i18next';
import { TranslatedText } from '../../../form/TranslatedText.js';
import { InputsEditor } from './InputsEditor.js';
import { PermissionSetChoice } from './PermissionSetChoice.js';
import { problemsWithin, type TriggerSettingsProps } from './trigger-settings.js';

/** What the button says, who has it, and what people fill in when they press it. */
export function ButtonSettings({ settings: { label = '', labels = {}, inputs = [], permissionSets = [] }, problems, onChange }: TriggerSettingsProps<'button'>) {
  const { t } = useTranslation();
  const put = (next: { label?: string; labels?: typeof labels; inputs?: typeof inputs; permissionSets?: typeof permissionSets }) => {
    const all = { label, labels, inputs, permissionSets, ...next };
    onChange({ ...(all.label.trim() !== '' && { label: all.label }), ...(Object.keys(all.labels).length > 0 && { labels: all.labels }), ...(all.inputs.length > 0 && { inputs: all.inputs }), ...(all.permissionSets.length > 0 && { permissionSets: all.permissionSets }) });
  };
  return (
    <>
      <TranslatedText label={t('flow.trigger.buttonLabel')} help={t('flow.trigger.buttonLabelHelp')} value={{ text: label, titles: labels }} onChange={({ text, titles }) => put({ label: text, labels: titles })} />
      <PermissionSetChoice chosen={permissionSets} onChange={(next) => put({ permissionSets: next })} />
      <InputsEditor label={t('flow.inputs.asked')} help={t('flow.inputs.askedHelp')} inputs={inputs} problems={problemsWithin(problems, '/inputs')} onChange={(next) => put({ inputs: next })} />
    </>
  );
}
