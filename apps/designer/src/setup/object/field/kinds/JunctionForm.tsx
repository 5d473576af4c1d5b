import type { JsonValue, JunctionPath, JunctionSettings } from '@guanxi/field-types';
import { camelCase, pluralize } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioGroup, Select } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';
import { InverseEditor } from '../editors/InverseEditor.js';
import { findCandidates, makeJunction } from './junction-object.js';
import type { KindFormProps } from './kind-form.js';
import { RelationCards } from './RelationCards.js';
import { RelationSentence } from './RelationSentence.js';
import formStyles from '../../../form/Form.module.css';

/** Many on both sides: through an object made for it, or through one that points to both already. */
export function JunctionForm({ field, settings, onChange, errors, object, fieldName, isNew, onAlso }: KindFormProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const objects = data.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  const { through, inverse } = settings as JunctionSettings;
  const candidates = findCandidates(object.name, objects);
  const [mode, setMode] = useState<'new' | 'existing'>(isNew ? 'new' : 'existing');
  const [newTarget, setNewTarget] = useState('');
  const chosen = candidates.find((one) => one.object === through.object && one.near === through.near && one.far === through.far);
  const target = mode === 'new' ? newTarget : chosen?.target ?? '';

  const set = (path: JunctionPath, also: readonly unknown[]) => {
    const listed = inverse ?? { name: object.guanxi.plural ?? pluralize(camelCase(object.name)), title: object.guanxi.pluralTitle ?? pluralize(object.title) };
    onChange({ ...settings, through: { ...path }, inverse: listed as JsonValue });
    onAlso?.(also);
  };
  const chooseTarget = (name: string) => {
    setNewTarget(name);
    const other = objects.find((one) => one.name === name);
    if (!other) return;
    const { document, path } = makeJunction(object, other, objects.map((one) => one.name));
    set(path, [document]);
  };
  const chooseMode = (next: 'new' | 'existing') => {
    setMode(next);
    setNewTarget('');
    const { inverse: _inverse, ...rest } = settings;
    onChange({ ...rest, through: { object: '', near: '', far: '' } });
    onAlso?.([]);
  };
  return (
    <div className={formStyles['stack']}>
      {isNew && (
        <RadioGroup label={t('model.relation.through')} value={mode} onChange={(next) => chooseMode(next === 'new' ? 'new' : 'existing')} choices={[
          { value: 'new', label: t('model.relation.throughNew'), description: t('model.relation.throughNewHelp') },
          { value: 'existing', label: t('model.relation.throughExisting'), description: t('model.relation.throughExistingHelp'), isDisabled: candidates.length === 0 },
        ]} />
      )}
      {mode === 'existing' && (
        <Select label={t('model.relation.between')} isRequired value={chosen ? keyOf(chosen) : null} error={errors['through'] ?? null}
          onChange={(next) => { const found = candidates.find((one) => keyOf(one) === next); if (found) set({ object: found.object, near: found.near, far: found.far }, []); }}
          choices={candidates.map((one) => ({ value: keyOf(one), label: `${one.title} → ${one.target}`, description: `${one.object}.${one.near} · ${one.object}.${one.far}` }))} />
      )}
      <RelationCards object={object} fieldLabel={field.label.text} target={target} isMany inverse={inverse} error={mode === 'new' ? errors['through'] : undefined} {...(mode === 'new' && { onTarget: chooseTarget })} />
      {mode === 'new' && newTarget !== '' && <p className={formStyles['hint']}>{t('model.relation.makes', { object: through.object })}</p>}
      {target !== '' && <InverseEditor label={t('setup.setting.inverse')} value={inverse as JsonValue | undefined} settings={{ ...settings, target }} error={errors['inverse']} object={object} fieldName={fieldName}
        onChange={(next) => { const { inverse: _before, ...rest } = settings; onChange(next === undefined ? rest : { ...rest, inverse: next }); }} />}
      <RelationSentence kind="junction" object={object} targets={[target]} />
    </div>
  );
}

function keyOf({ object, near, far }: JunctionPath): string {
  return `${object}/${near}/${far}`;
}
