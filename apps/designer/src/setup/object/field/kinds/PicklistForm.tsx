import type { JsonValue, PicklistDependency, PicklistSettings } from '@guanxi/field-types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, SegmentedControl, Select } from '../../../../ui/index.js';
import { draftedDocuments, isKind, publishedDocuments } from '../../../documents/setup-queries.js';
import { picklistUsageOptions } from '../../../documents/usage-queries.js';
import { DependencyMatrix } from '../../../picklists/DependencyMatrix.js';
import { listedValues } from '../../../picklists/listed-values.js';
import { ReplaceValueDialog } from '../../../picklists/ReplaceValueDialog.js';
import { ValuesEditor } from '../../../picklists/ValuesEditor.js';
import type { KindFormProps } from './kind-form.js';
import formStyles from '../../../form/Form.module.css';

/** Values of the field's own or of a global list, and which of them another field leaves to choose from. */
export function PicklistForm({ field, settings, onChange, errors, object, fieldName, isNew }: KindFormProps) {
  const { t } = useTranslation();
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { data: published = [] } = useQuery(publishedDocuments);
  const { values, valueSet, dependsOn } = settings as PicklistSettings;
  const sets = documents.filter(isKind('picklist')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  const before = published.filter(isKind('object')).find(({ document }) => document.guanxi.id === object.guanxi.id)?.document.properties[fieldName];
  const saved = new Set(listedValues(before, []).map(({ value }) => value));
  const usage = useQuery({ ...picklistUsageOptions(object.name, fieldName), enabled: !isNew && saved.size > 0 });
  const [replacing, setReplacing] = useState<string | null>(null);
  const set = (changes: Readonly<Record<string, JsonValue | undefined>>) => onChange(Object.fromEntries(Object.entries({ ...settings, ...changes }).filter(([, one]) => one !== undefined)));
  const offered = valueSet === undefined ? values : sets.find(({ name }) => name === valueSet)?.values.map(({ value, label = value }) => ({ value, label })) ?? [];
  const controllers = Object.entries(object.properties).filter(([name, { guanxi }]) => name !== fieldName && (guanxi.type === 'picklist' || guanxi.type === 'multiPicklist'));

  return (
    <div className={formStyles['stack']}>
      {(sets.length > 0 || valueSet !== undefined) && (
        <div>
          <SegmentedControl label={t('model.picklist.source')} value={valueSet === undefined ? 'own' : 'global'} segments={[{ value: 'own', label: t('model.picklist.own') }, { value: 'global', label: t('model.picklist.global') }]}
            onChange={(next) => set(next === 'own' ? { valueSet: undefined } : { valueSet: sets[0]?.name ?? '', values: [] })} />
        </div>
      )}
      {valueSet === undefined
        ? <ValuesEditor label={t('setup.setting.values')} values={values} onChange={(next) => set({ values: [...next] })} saved={saved} usage={usage.data} error={errors['values']} {...(!isNew && { onReplace: setReplacing })} />
        : (
          <Select label={t('model.picklist.globalSet')} isRequired value={valueSet} onChange={(next) => set({ valueSet: next ?? '' })} error={errors['valueSet'] ?? null}
            choices={sets.map(({ name, title, values: own }) => ({ value: name, label: title, description: own.map(({ value, label = value }) => label).slice(0, 6).join(' · ') }))} />
        )}
      {controllers.length > 0 && (
        <Checkbox isSelected={dependsOn !== undefined} onChange={(isOn) => set({ dependsOn: isOn ? { field: controllers[0]?.[0] ?? '', values: {} } : undefined })} help={t('model.picklist.dependsHelp')}>{t('model.picklist.depends')}</Checkbox>
      )}
      {dependsOn && (
        <DependencyMatrix dependency={dependsOn} onChange={(next: PicklistDependency) => set({ dependsOn: next as unknown as JsonValue })} values={offered} error={errors['dependsOn']}
          controllers={controllers.map(([name, property]) => ({ name, title: property.title ?? name, values: listedValues(property, sets) }))} />
      )}
      {replacing !== null && (
        <ReplaceValueDialog object={object.name} field={fieldName} isList={field.kind === 'multiPicklist'} value={replacing} values={values.filter(({ value }) => saved.has(value) && value !== replacing)}
          onClose={() => setReplacing(null)} onReplaced={() => set({ values: values.filter(({ value }) => value !== replacing) })} />
      )}
    </div>
  );
}
