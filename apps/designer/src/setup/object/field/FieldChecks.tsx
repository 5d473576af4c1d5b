import { fieldType } from '@guanxi/field-types';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/index.js';
import { canBeIndexed, canBeUnique, isDerived, type FieldDraft } from './field-draft.js';
import styles from './Field.module.css';

interface FieldChecksProps {
  readonly field: FieldDraft;
  readonly onChange: (changes: Partial<FieldDraft>) => void;
  readonly addToLayouts?: boolean;
  readonly onAddToLayouts?: (isOn: boolean) => void;
}

/** What is true of the field or not; only what its kind allows is offered. */
export function FieldChecks({ field, onChange, addToLayouts, onAddToLayouts }: FieldChecksProps) {
  const { t } = useTranslation();
  const { kind, isRequired, isUnique, isExternalId, isIndexed, isPersonal, isSensitive } = field;
  const { alwaysRequired, storage } = fieldType(kind);
  const isListed = storage?.(field.settings) === 'through';
  return (
    <div className={styles['checks']}>
      {!isDerived(kind) && !isListed && (
        <Checkbox isSelected={isRequired || alwaysRequired === true} isDisabled={alwaysRequired === true} onChange={(next) => onChange({ isRequired: next })}
          help={t(alwaysRequired ? 'model.field.alwaysRequired' : 'setup.field.requiredHelp')}>{t('setup.field.required')}</Checkbox>
      )}
      {canBeUnique(kind) && (
        <>
          <Checkbox isSelected={isUnique || isExternalId} isDisabled={isExternalId} onChange={(next) => onChange({ isUnique: next })} help={t('setup.field.uniqueHelp')}>{t('setup.field.unique')}</Checkbox>
          <Checkbox isSelected={isExternalId} onChange={(next) => onChange({ isExternalId: next })} help={t('setup.field.externalIdHelp')}>{t('setup.field.externalId')}</Checkbox>
        </>
      )}
      {canBeIndexed(kind) && !isUnique && !isExternalId && <Checkbox isSelected={isIndexed} onChange={(next) => onChange({ isIndexed: next })} help={t('model.field.indexedHelp')}>{t('model.field.indexed')}</Checkbox>}
      {!isDerived(kind) && !isListed && <Checkbox isSelected={isPersonal} onChange={(next) => onChange({ isPersonal: next })} help={t('model.field.personalHelp')}>{t('model.field.personal')}</Checkbox>}
      <Checkbox isSelected={isSensitive} onChange={(next) => onChange({ isSensitive: next })} help={t('model.field.sensitiveHelp')}>{t('model.field.sensitive')}</Checkbox>
      {onAddToLayouts && <Checkbox isSelected={addToLayouts ?? false} onChange={onAddToLayouts} help={t('setup.field.addToLayoutHelp')}>{t('setup.field.addToLayout')}</Checkbox>}
    </div>
  );
}
