import { fieldType, type JsonValue, type RollUpSettings } from '@guanxi/field-types';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Notice, ObjectGlyph, Select } from '../../../../ui/index.js';
import { useDraftedObjects } from '../../../documents/drafted-objects.js';
import { ConditionEditor } from '../../../form/ConditionEditor.js';
import { RollUpSentence } from './RollUpSentence.js';
import { RollUpValue } from './RollUpValue.js';
import type { KindFormProps } from './kind-form.js';
import formStyles from '../../../form/Form.module.css';

const operations = ['count', 'sum', 'min', 'max', 'avg', 'first', 'last'] as const;

/** What is summed up, how, of which records; and the whole in one sentence. */
export function RollUpForm({ settings, onChange, errors, object }: KindFormProps) {
  const { t } = useTranslation();
  const objects = useDraftedObjects();
  const { relation, operation, value, filter, orderBy } = settings as RollUpSettings;
  const own = objects.find(({ name }) => name === object.name);
  const relations = own?.relations ?? [];
  const child = objects.find(({ name }) => name === relations.find((one) => one.name === relation)?.object);
  const set = (changes: Readonly<Record<string, JsonValue | undefined>>) => {
    const next = { ...settings, ...changes };
    onChange(Object.fromEntries(Object.entries(next).filter(([, one]) => one !== undefined)));
  };
  if (own && relations.length === 0) return <Notice tone="info" title={t('model.rollUp.noRelation')}>{t('model.rollUp.noRelationBody', { object: own.pluralLabel })}</Notice>;
  const isOrdered = operation === 'first' || operation === 'last';
  return (
    <div className={formStyles['stack']}>
      <Select label={t('model.rollUp.relation')} isRequired value={relation || null} onChange={(next) => set({ relation: next ?? '', value: undefined, filter: undefined, orderBy: undefined })} error={errors['relation'] ?? null}
        choices={relations.map(({ name, label, object: target }) => ({ value: name, label, description: target, glyph: <Glyph objects={objects} name={target} /> }))} />
      <Select label={t('model.rollUp.operation')} isRequired value={operation} error={errors['operation'] ?? null}
        onChange={(next) => set({ operation: next ?? 'count', ...(next === 'count' && { value: undefined }), ...(next !== 'first' && next !== 'last' && { orderBy: undefined }) })}
        choices={operations.map((one) => ({ value: one, label: t(`model.rollUp.operations.${one}`), description: t(`model.rollUp.operationHelp.${one}`) }))} />
      {child && operation !== 'count' && <RollUpValue child={child} operation={operation} value={value ?? ''} onChange={(next) => set({ value: next === '' ? undefined : next })} error={errors['value']} />}
      {child && isOrdered && (
        <Select label={t('model.rollUp.orderBy')} isRequired value={orderBy ?? null} onChange={(next) => set({ orderBy: next ?? undefined })} error={errors['orderBy'] ?? null}
          choices={child.fields.filter(isOrderable).map(({ name, label }) => ({ value: name, label }))} />
      )}
      {child && (
        <div className={formStyles['stack']}>
          <p className={formStyles['legend']}>{t('model.rollUp.filter', { objects: child.pluralLabel })}</p>
          <ConditionEditor label={t('model.rollUp.filter', { objects: child.pluralLabel })} object={child.name} formula={filter ?? ''} onChange={(next) => set({ filter: next === '' ? undefined : next })} error={errors['filter']} noneText={t('model.condition.none.rollUp', { objects: child.pluralLabel })} />
        </div>
      )}
      {child && <RollUpSentence settings={settings as RollUpSettings} child={child} relationLabel={relations.find(({ name }) => name === relation)?.label ?? child.pluralLabel} />}
    </div>
  );
}

function isOrderable({ type, sortable }: FieldDescription): boolean {
  return sortable && fieldType(type).formulaType !== 'boolean';
}

function Glyph({ objects, name }: { readonly objects: readonly ObjectDescription[]; readonly name: string }) {
  const found = objects.find((one) => one.name === name);
  return <ObjectGlyph size="small" name={name} icon={found?.icon} hue={found?.color} />;
}
