import { WidgetKitProvider, widgets } from '@guanxi/field-types/widgets';
import { fieldType } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Checkbox, ErrorSummary, hasModKey, isComposing, TextField, widgetKit } from '../../../ui/index.js';
import { sayProblem } from '../../form/match-problems.js';
import { TranslatedText } from '../../form/TranslatedText.js';
import { canBeUnique, canHaveDefault, type FieldDraft } from './field-draft.js';
import { FieldPreview } from './FieldPreview.js';
import { SettingsForm } from './SettingsForm.js';
import type { useFieldForm } from './use-field-form.js';
import fieldStyles from './Field.module.css';
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
  readonly addToLayouts?: boolean;
  readonly onAddToLayouts?: (isOn: boolean) => void;
}

export function FieldForm({ head, field, onChange, form, object, isNew, onNamed, onSubmit, addToLayouts, onAddToLayouts }: FieldFormProps) {
  const { t } = useTranslation();
  const { locale, timeZone, currency } = useFormat();
  const set = (changes: Partial<FieldDraft>) => onChange({ ...field, ...changes });
  const { Input } = widgets[field.kind];
  return (
    <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}
      onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) onSubmit(); }}>
      {form.rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={form.rest.map((problem) => ({ message: sayProblem(problem) }))} />}
      {head}
      <TranslatedText label={t('setup.field.label')} isRequired autoFocus={isNew} value={field.label} onChange={(label) => set({ label })} error={form.labelError} />
      <TextField label={t('setup.field.name')} isCode isRequired value={form.name} maxLength={50} placeholder="orderedOn" error={form.nameError ?? null}
        onChange={(name) => { onNamed(); set({ name }); }} help={t(form.needsName ? 'setup.field.nameNeeded' : isNew ? 'setup.field.nameHelp' : 'setup.field.renameHelp')} />
      <SettingsForm kind={field.kind} settings={field.settings} onChange={(settings) => set({ settings })} errors={form.settingErrors} object={object} fieldName={form.name} />
      <hr className={styles['divider']} />
      <div className={fieldStyles['checks']}>
        {!fieldType(field.kind).generated && <Checkbox isSelected={field.isRequired} onChange={(isRequired) => set({ isRequired })} help={t('setup.field.requiredHelp')}>{t('setup.field.required')}</Checkbox>}
        {canBeUnique(field.kind) && (
          <>
            <Checkbox isSelected={field.isUnique || field.isExternalId} isDisabled={field.isExternalId} onChange={(isUnique) => set({ isUnique })} help={t('setup.field.uniqueHelp')}>{t('setup.field.unique')}</Checkbox>
            <Checkbox isSelected={field.isExternalId} onChange={(isExternalId) => set({ isExternalId })} help={t('setup.field.externalIdHelp')}>{t('setup.field.externalId')}</Checkbox>
          </>
        )}
        {onAddToLayouts && <Checkbox isSelected={addToLayouts ?? false} onChange={onAddToLayouts} help={t('setup.field.addToLayoutHelp')}>{t('setup.field.addToLayout')}</Checkbox>}
      </div>
      <TranslatedText label={t('setup.field.help')} help={t('setup.field.helpHelp')} value={field.help} onChange={(help) => set({ help })} error={form.helpError} />
      {canHaveDefault(field.kind) && (
        <WidgetKitProvider kit={widgetKit}>
          <Input label={t('setup.field.default')} help={t('setup.field.defaultHelp')} value={field.defaultValue} onChange={(defaultValue) => set({ defaultValue })} settings={field.settings}
            display={{ locale, timeZone, ...(currency && { currency }) }} {...(form.defaultError && { errors: [form.defaultError] })} />
        </WidgetKitProvider>
      )}
      <FieldPreview field={field} />
    </form>
  );
}
