import type { DocumentBlock, DocumentTemplateDocument, DocumentText, ObjectDescription } from '@guanxi/metadata';
import type { MessageLanguage } from '../messages/message-draft.js';

/** A text in one language. English is what stands for all languages that have none. */
export function textIn(text: DocumentText | undefined, language: MessageLanguage): string {
  return language === 'en' ? (text?.body ?? '') : (text?.bodies?.[language] ?? '');
}

/** The same with the words of one language changed; undefined where nothing is left of it. */
export function writeText(text: DocumentText | undefined, language: MessageLanguage, words: string): DocumentText | undefined {
  const body = language === 'en' ? words : (text?.body ?? '');
  const bodies = withTranslation(text?.bodies, language, words);
  return body === '' && bodies === undefined ? undefined : { body, ...(bodies && { bodies }) };
}

/** What a heading is in one language. */
export function titleIn({ title, titles }: { readonly title: string; readonly titles?: Readonly<Record<string, string>> | undefined }, language: MessageLanguage): string {
  return language === 'en' ? title : (titles?.[language] ?? '');
}

export function writeTitle<Titled extends { readonly title: string; readonly titles?: Readonly<Record<string, string>> }>({ titles, ...rest }: Titled, language: MessageLanguage, words: string): Omit<Titled, 'titles'> & { readonly titles?: Readonly<Record<string, string>> } {
  const next = withTranslation(titles, language, words);
  return { ...rest, ...(language === 'en' && { title: words }), ...(next && { titles: next }) };
}

function withTranslation(all: Readonly<Record<string, string>> | undefined, language: MessageLanguage, words: string): Readonly<Record<string, string>> | undefined {
  if (language === 'en') return all;
  const entries = Object.entries({ ...all, [language]: words }).filter(([, one]) => one !== '');
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

export function moveBlock(blocks: readonly DocumentBlock[], index: number, by: -1 | 1): readonly DocumentBlock[] {
  const moved = blocks[index];
  return moved ? blocks.toSpliced(index, 1).toSpliced(index + by, 0, moved) : blocks;
}

/** A table that shows what a list is known by, and its first number with a sum. */
export function newTable(object: ObjectDescription, objects: readonly ObjectDescription[]): DocumentBlock | undefined {
  const [relation] = object.relations;
  const related = objects.find(({ name }) => name === relation?.object);
  if (!relation || !related) return undefined;
  const name = related.fields.find((field) => field.name === related.nameField);
  const amount = related.fields.find(({ value, system }) => !system && ['currency', 'decimal'].includes(value.type));
  const shown = [...(name ? [{ title: name.label, value: name.name, width: 3 }] : []), ...(amount ? [{ title: amount.label, value: amount.name, total: true }] : [])];
  return { kind: 'table', relation: relation.name, columns: shown.length > 0 ? shown : [{ title: 'Id', value: 'id' }] };
}

/** What a new template begins with: a heading, and the first list of the record as a table. */
export function newTemplate({ name, title, object, objects }: { readonly name: string; readonly title: string; readonly object: ObjectDescription; readonly objects: readonly ObjectDescription[] }): DocumentTemplateDocument {
  const table = newTable(object, objects);
  return {
    kind: 'document-template', name, title, object: object.name, header: { body: '{{ $Org.name }}' },
    blocks: [{ kind: 'text', body: `# ${title} {{ ${object.nameField} }}\n\n{{ TODAY() }}` }, ...(table ? [table] : [])],
    guanxi: { id: crypto.randomUUID() },
  };
}
