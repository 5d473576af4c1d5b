import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { MultiSelect } from '../../ui/index.js';

interface PersonFieldsProps {
  readonly object: ObjectDocument;
  readonly value: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}

/** Kinds of field that tell people apart. */
const telling: ReadonlySet<string> = new Set(['text', 'email', 'phone', 'personName', 'autoNumber', 'url']);

/** By which fields people are known, where the records stand for people: privacy requests find and erase them. */
export function PersonFields({ object, value, onChange }: PersonFieldsProps) {
  const { t, i18n } = useTranslation();
  const offered = Object.entries(object.properties).filter(([name, { guanxi }]) => telling.has(guanxi.type) || value.includes(name));
  if (offered.length === 0) return null;
  return (
    <MultiSelect label={t('model.object.person')} help={t('model.object.personHelp')} placeholder={t('model.object.personNone')} value={value} onChange={onChange}
      choices={offered.map(([name, { title, guanxi }]) => ({ value: name, label: translate(title ?? name, guanxi['titles'] as Translations | undefined, i18n.language) }))} />
  );
}
