import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';

/** Where something of the org's model is named in a sentence. */
export interface Mention<Named> {
  readonly named: Named;
  readonly at: number;
  readonly length: number;
}

export interface NamedValue {
  readonly field: FieldDescription;
  readonly value: string;
}

/** Sentences and names are compared in one form: without case, width and accents. */
export function fold(text: string): string {
  return text.normalize('NFKC').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

export function mentionedObjects(sentence: string, objects: readonly ObjectDescription[]): readonly Mention<ObjectDescription>[] {
  return inOrder(objects.filter(({ platform }) => !platform).flatMap((object) => places(sentence, object, [object.pluralLabel, object.label, object.name])));
}

/** Fields of an object; the longer of two names that stand at one place is meant. */
export function mentionedFields(sentence: string, object: ObjectDescription): readonly Mention<FieldDescription>[] {
  return inOrder(object.fields.filter(({ system }) => !system).flatMap((field) => places(sentence, field, [field.label, field.name])));
}

export function mentionedValues(sentence: string, object: ObjectDescription): readonly Mention<NamedValue>[] {
  return inOrder(object.fields.filter(({ type, system }) => type === 'picklist' && !system)
    .flatMap((field) => Object.entries(field.valueLabels ?? {}).flatMap(([value, label]) => places(sentence, { field, value }, [label, value]))));
}

function inOrder<Named>(mentions: readonly Mention<Named>[]): readonly Mention<Named>[] {
  const sorted = [...mentions].sort((one, other) => one.at - other.at || other.length - one.length);
  return sorted.filter(({ at, length }, index) => !sorted.slice(0, index).some((before) => at < before.at + before.length && at + length <= before.at + before.length));
}

/** Latin names are whole words, also in the plural; others stand anywhere. */
function places<Named>(sentence: string, named: Named, names: readonly string[]): readonly Mention<Named>[] {
  return [...new Set(names.map(fold))].filter((name) => name.length > 1).flatMap((name) => {
    const text = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = /^[\x20-\x7e]+$/.test(name) ? new RegExp(`\\b${text}(?:s|es)?\\b`, 'g') : new RegExp(text, 'g');
    return [...sentence.matchAll(pattern)].map((match) => ({ named, at: match.index, length: match[0].length }));
  });
}
