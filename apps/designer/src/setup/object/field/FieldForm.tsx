import { fieldType } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, hasModKey, isComposing, TextField } from '../../../ui/index.js';
import { sayProblem } from '../../form/match-problems.js';
import { TranslatedText } from '../../form/TranslatedText.js';
import { ConditionsSection } from './ConditionsSection.js';
import { DefaultSection } from './DefaultSection.js';
import { FieldChecks } from './FieldChecks.js';
import { canHaveDefault, canHaveDefaultFormula, type FieldDraft } from './field-draft.js';
import { kindFace } from './kind-faces.js';
import { SettingsForm } from './SettingsForm.js';
import type { useFieldForm } from './use-field-form.js';
import styles from '../../form/Form.module.css';

interface FieldFormProps {
  readonly head: ReactNode;
  readonly field: FieldDraft;
  readonly onChange: (field: FieldDraft) => void;
  readonly form: ReturnType<typeof useFieldForm>;
  readonly object: ObjectDocument;
  readonly isNew: boolean;
  readonly onNamed: () => void;
  readonly onSubmit: () => void;
  readonly onAlso: (documents: readonly unknown[]) => void;
  readonly addToLayouts?: boolean;
  readonly onAddToLayouts?: (isOn: boolean) => void;
}

export function FieldForm({ head, field, onChange, form, object, isNew, onNamed, onSubmit, onAlso, addToLayouts, onAddToLayouts }: FieldFormProps) {
  const { t } = useTranslation();
  const set = (changes: Partial<FieldDraft>) => onChange({ ...field, ...changes });
  const { Form = SettingsForm } = kindFace(field.kind);
  return (
    <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}
      onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) onSubmit(); }}>
      {form.rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={form.rest.map((problem) => ({ message: sayProblem(problem) }))} />}
      {head}
      <TranslatedText label={t('setup.field.label')} isRequired autoFocus={isNew} value={field.label} onChange={(label) => set({ label })} error={form.labelError} {...(form.labelWarning !== undefined && { help: form.labelWarning })} />
      <TextField label={t('setup.field.name')} isCode isRequired value={form.name} maxLength={50} placeholder="orderedOn" error={form.nameError ?? null}
        onChange={(name) => { onNamed(); set({ name }); }} help={t(form.needsName ? 'setup.field.nameNeeded' : isNew ? 'setup.field.nameHelp' : 'setup.field.renameHelp')} />
      <Form field={field} settings={field.settings} onChange={(settings) => set({ settings })} errors={form.settingErrors} object={object} fieldName={form.name} isNew={isNew} onAlso={onAlso} />
      <hr className={styles['divider']} />
      <FieldChecks field={field} onChange={set} {...(onAddToLayouts && { addToLayouts: addToLayouts ?? false, onAddToLayouts })} />
      {(canHaveDefault(field.kind) || canHaveDefaultFormula(field.kind)) && <DefaultSection field={field} onChange={set} object={object} error={form.defaultError} formulaError={form.byName['defaultFormula']} />}
      <TranslatedText label={t('setup.field.help')} help={t('setup.field.helpHelp')} value={field.help} onChange={(help) => set({ help })} error={form.helpError} />
      <ConditionsSection field={field} onChange={set} object={object} errors={form.byName} isDerived={fieldType(field.kind).derived === true || fieldType(field.kind).storage?.(field.settings) === 'through'} />
    </form>
  );
}
