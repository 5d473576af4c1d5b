import type { Translations } from '@guanxi/metadata';
import { Select } from '../../../../ui/index.js';
import { TranslatedText } from '../../../form/TranslatedText.js';
import type { ControlProps } from '../InputControl.js';

/** What people are told, in each language. */
export function TranslatedMessage({ field, name, input, onChange }: ControlProps) {
  const { text = '', titles = {} } = (input[name] ?? {}) as { readonly text?: string; readonly titles?: Translations };
  return (
    <TranslatedText {...field} value={{ text, titles }}
      onChange={(next) => onChange(next.text === '' && Object.keys(next.titles).length === 0 ? undefined : { text: next.text, ...(Object.keys(next.titles).length > 0 && { titles: next.titles }) })} />
  );
}

/** A field of the record that the workflow runs on, or none. */
export function FieldName({ field, text, objects, place, onChange }: ControlProps) {
  const fields = objects.find(({ name }) => name === place.object)?.fields ?? [];
  return <Select {...field} value={text || null} isClearable choices={fields.filter(({ system }) => !system).map(({ name, label }) => ({ value: name, label }))} onChange={(next) => onChange(next ?? undefined)} />;
}
