import { WidgetKitProvider, widgets } from '@guanxi/field-types/widgets';
import type { ObjectDocument } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Field, SegmentedControl, widgetKit } from '../../../ui/index.js';
import { RecordFormula } from '../../form/RecordFormula.js';
import { canHaveDefault, type FieldDraft } from './field-draft.js';
import styles from './Field.module.css';

interface DefaultSectionProps {
  readonly field: FieldDraft;
  readonly onChange: (changes: Partial<FieldDraft>) => void;
  readonly object: ObjectDocument;
  readonly error?: string | undefined;
  readonly formulaError?: string | undefined;
}

/** What a new record starts with: a value, or a formula over what was given. */
export function DefaultSection({ field, onChange, object, error, formulaError }: DefaultSectionProps) {
  const { t } = useTranslation();
  const { locale, timeZone, currency } = useFormat();
  const hasFixed = canHaveDefault(field.kind);
  const [mode, setMode] = useState<'fixed' | 'formula'>(field.defaultFormula !== '' || !hasFixed ? 'formula' : 'fixed');
  const { Input } = widgets[field.kind];
  const choose = (next: 'fixed' | 'formula') => {
    setMode(next);
    onChange(next === 'fixed' ? { defaultFormula: '' } : { defaultValue: null });
  };
  return (
    <div className={styles['default']}>
      {hasFixed && (
        <Field label={t('setup.field.default')} help={t('setup.field.defaultHelp')}>
          <div><SegmentedControl label={t('setup.field.default')} value={mode} onChange={choose} segments={[{ value: 'fixed', label: t('model.field.fixed') }, { value: 'formula', label: t('model.field.byFormula') }]} /></div>
        </Field>
      )}
      {hasFixed && mode === 'fixed'
        ? (
          <WidgetKitProvider kit={widgetKit}>
            <Input label={t('setup.field.default')} hideLabel value={field.defaultValue} onChange={(defaultValue) => onChange({ defaultValue })} settings={field.settings}
              display={{ locale, timeZone, ...(currency && { currency }) }} {...(error && { errors: [error] })} />
          </WidgetKitProvider>
        )
        : (
          <RecordFormula label={t('model.field.defaultFormula')} hideLabel={hasFixed} object={object.name} value={field.defaultFormula} onChange={(defaultFormula) => onChange({ defaultFormula })}
            error={formulaError} help={t('model.field.defaultFormulaHelp')} placeholder="TODAY() + 14" />
        )}
    </div>
  );
}
