import { shorten, type Conversion } from '../conversion.js';
import type { ObjectNames } from '../names/name-book.js';
import { elementsOf, textOf, type XmlElement } from '../xml/read-xml.js';

type Texts = Readonly<Record<string, string>>;

/** What an object, its fields, values and rules are called in other languages, by API name. */
export interface ObjectTranslations {
  readonly object: { readonly titles?: Texts; readonly pluralTitles?: Texts };
  readonly fields: ReadonlyMap<string, { readonly titles?: Texts; readonly helps?: Texts }>;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Texts>>;
  readonly messages: ReadonlyMap<string, Texts>;
}

/** `Property__c-zh_TW` → `zh-TW`; `Property__c-de` → `de`. */
export function languageOf(name: string): string {
  return name.slice(name.lastIndexOf('-') + 1).replaceAll('_', '-');
}

export function translationsOf(object: ObjectNames, { project, report }: Conversion): ObjectTranslations {
  const api = object.described.name;
  const titles: Record<string, string> = {};
  const pluralTitles: Record<string, string> = {};
  const fields = new Map<string, { titles: Record<string, string>; helps: Record<string, string> }>();
  const values = new Map<string, Map<string, Record<string, string>>>();
  const messages = new Map<string, Record<string, string>>();
  const addField = (name: string, element: XmlElement, language: string) => {
    const field = fields.get(name) ?? { titles: {}, helps: {} };
    fields.set(name, field);
    put(field.titles, language, textOf(element, 'label'));
    put(field.helps, language, textOf(element, 'help'), 4000);
    const own = values.get(name) ?? new Map<string, Record<string, string>>();
    values.set(name, own);
    for (const value of elementsOf(element, 'picklistValues')) {
      const master = textOf(value, 'masterLabel') ?? '';
      const labels = own.get(master) ?? {};
      own.set(master, labels);
      put(labels, language, textOf(value, 'translation'));
    }
  };
  for (const { path, name, element } of project.objectTranslations.filter((one) => one.name.startsWith(`${api}-`))) {
    const language = languageOf(name);
    report.note({ file: path, element: `translation ${name}` }, 'taken');
    for (const word of elementsOf(element, 'caseValues')) put(textOf(word, 'plural') === 'true' ? pluralTitles : titles, language, textOf(word, 'value'));
    for (const field of elementsOf(element, 'fields')) addField(textOf(field, 'name') ?? '', field, language);
    for (const rule of elementsOf(element, 'validationRules')) {
      const texts = messages.get(textOf(rule, 'name') ?? '') ?? {};
      messages.set(textOf(rule, 'name') ?? '', texts);
      put(texts, language, textOf(rule, 'errorMessage'));
    }
  }
  for (const { path, name, element } of project.fieldTranslations) {
    const folder = path.split('/').at(-2) ?? '';
    if (!folder.startsWith(`${api}-`)) continue;
    report.note({ file: path, element: `translation ${name}` }, 'taken');
    addField(textOf(element, 'name') ?? name, element, languageOf(folder));
  }
  return {
    object: { ...some('titles', titles), ...some('pluralTitles', pluralTitles) },
    fields: new Map([...fields].map(([name, one]) => [name, { ...some('titles', one.titles), ...some('helps', one.helps) }])),
    values,
    messages,
  };
}

function put(texts: Record<string, string>, language: string, text: string | undefined, longest = 255): void {
  // A text that is not translated stands as a comment and reads as blank.
  if (text !== undefined) texts[language] = shorten(text, longest);
}

function some<K extends string>(key: K, texts: Texts): { readonly [P in K]?: Texts } {
  return (Object.keys(texts).length > 0 ? { [key]: texts } : {}) as { readonly [P in K]?: Texts };
}
