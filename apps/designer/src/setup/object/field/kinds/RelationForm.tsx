import type { FieldTypeName, JsonValue, LookupInverse } from '@guanxi/field-types';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, RadioGroup } from '../../../../ui/index.js';
import { useDraftedObjects } from '../../../documents/drafted-objects.js';
import { ConditionEditor } from '../../../form/ConditionEditor.js';
import { InverseEditor } from '../editors/InverseEditor.js';
import type { FieldDraft } from '../field-draft.js';
import { JunctionForm } from './JunctionForm.js';
import type { KindFormProps } from './kind-form.js';
import { RelationCards } from './RelationCards.js';
import { RelationSentence } from './RelationSentence.js';
import { suggestInverse } from './suggest-inverse.js';
import { TargetsEditor } from './TargetsEditor.js';
import formStyles from '../../../form/Form.module.css';

/** The two objects of a relation, what connects them, and what a deletion on one side means for the other. */
export function RelationForm(props: KindFormProps) {
  const Form = forms[props.field.kind] ?? PointerForm;
  return <Form {...props} />;
}

const forms: Partial<Record<FieldTypeName, ComponentType<KindFormProps>>> = { junction: JunctionForm };

interface PointerSettings { readonly target?: string; readonly targets?: readonly string[]; readonly inverse?: LookupInverse; readonly onDelete?: string; readonly filter?: string; readonly reparentable?: boolean }

function PointerForm({ field, settings, onChange, errors, object, fieldName, isNew }: KindFormProps) {
  const { t } = useTranslation();
  const { target, targets, inverse, onDelete, filter, reparentable } = settings as PointerSettings;
  const shown = shownOf(field);
  const objects = useDraftedObjects();
  const set = (name: string, value: JsonValue | undefined) => {
    const { [name]: _before, ...rest } = settings;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  const chooseTarget = (next: string) => {
    const listed = isNew && inverse === undefined ? suggestInverse(object, objects.find(({ name }) => name === next)) : undefined;
    onChange({ ...settings, target: next, ...(listed && { inverse: listed as JsonValue }) });
  };
  return (
    <div className={formStyles['stack']}>
      {shown.several
        ? <TargetsEditor value={targets ?? []} onChange={(next) => set('targets', [...next])} error={errors['targets']} />
        : <RelationCards object={object} fieldLabel={field.label.text} target={shown.user ? 'User' : target ?? ''} {...(!shown.user && { onTarget: chooseTarget })} inverse={inverse} error={errors['target']} />}
      <InverseEditor label={t('setup.setting.inverse')} value={inverse as JsonValue | undefined} onChange={(next) => set('inverse', next)} settings={settings} error={errors['inverse']} object={object} fieldName={fieldName} />
      {shown.deletion && (
        <RadioGroup label={t('setup.setting.onDelete')} value={onDelete ?? 'keep'} onChange={(next) => set('onDelete', next === 'keep' ? undefined : next)} error={errors['onDelete'] ?? null}
          choices={(['keep', 'clear', 'restrict'] as const).map((value) => ({ value, label: t(`model.relation.onDelete.${value}`), description: t(`model.relation.onDeleteHelp.${value}`) }))} />
      )}
      {field.kind === 'masterDetail' && <Checkbox isSelected={reparentable === true} onChange={(isOn) => set('reparentable', isOn ? true : undefined)} help={t('model.relation.reparentableHelp')}>{t('setup.setting.reparentable')}</Checkbox>}
      {shown.filter && target && <FilterSection target={target} source={object.name} filter={filter ?? ''} onChange={(next) => set('filter', next === '' ? undefined : next)} error={errors['filter']} />}
      <RelationSentence kind={field.kind} object={object} targets={shown.several ? targets ?? [] : [shown.user ? 'User' : target ?? '']} onDelete={field.kind === 'masterDetail' ? 'cascade' : onDelete} />
    </div>
  );
}

function shownOf({ kind }: FieldDraft) {
  return { several: kind === 'polymorphicLookup', user: kind === 'user', deletion: kind === 'lookup', filter: kind === 'lookup' || kind === 'masterDetail' };
}

function FilterSection({ target, source, filter, onChange, error }: { readonly target: string; readonly source: string; readonly filter: string; readonly onChange: (filter: string) => void; readonly error?: string | undefined }) {
  const { t } = useTranslation();
  const objects = useDraftedObjects().find(({ name }) => name === target)?.pluralLabel ?? target;
  const label = t('model.relation.filter', { objects });
  return (
    <div className={formStyles['picker']}>
      <p className={formStyles['legend']}>{label}</p>
      <ConditionEditor label={label} object={target} source={source} formula={filter} onChange={onChange} error={error} noneText={t('model.condition.none.choice', { objects })} help={t('model.relation.filterHelp')} placeholder="customer = $Source.customer" />
    </div>
  );
}
