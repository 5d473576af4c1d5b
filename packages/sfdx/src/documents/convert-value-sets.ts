import type { PicklistDocument } from '@guanxi/metadata';
import { makeId, shorten, type Conversion } from '../conversion.js';
import { freeName, pascalName } from '../names/api-words.js';
import { readChoices } from '../objects/choices.js';
import { languageOf } from '../objects/translations.js';
import type { SourceProject } from '../project/source-project.js';
import type { Origin, Report } from '../report.js';
import { elementsOf, textOf } from '../xml/read-xml.js';

/** Global value sets as picklist documents, with the name that each has here. */
export function convertValueSets(project: SourceProject, report: Report, origins: WeakMap<object, Origin>, isTaken: Conversion['isTaken']): { readonly documents: readonly PicklistDocument[]; readonly names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>();
  const documents = project.globalValueSets.flatMap(({ path, name: api, element }): PicklistDocument[] => {
    const origin = { file: path, element: `global value set ${api}` };
    const translated = project.valueSetTranslations.filter(({ name }) => name.replace(/-[^-]+$/, '') === api);
    const values = readChoices(elementsOf(element, 'customValue')).map((choice) => {
      const labels = Object.fromEntries(
        translated.flatMap((one) => {
          const found = elementsOf(one.element, 'valueTranslation').find((value) => textOf(value, 'masterLabel') === choice.label);
          const text = found && textOf(found, 'translation');
          return text === undefined ? [] : [[languageOf(one.name), shorten(text, 255)]];
        }),
      );
      return Object.keys(labels).length > 0 ? { ...choice, labels } : choice;
    });
    if (values.length === 0) {
      report.note(origin, 'left', 'It has no values.');
      return [];
    }
    const id = makeId('sf', api);
    const name = freeName(pascalName(api), 'Values', (one) => ![...names.values()].includes(one) && !isTaken('picklist', one, id));
    names.set(api, name);
    report.note(origin, name === api ? 'taken' : 'changed', name === api ? '' : `It is called ${name}.`);
    const document: PicklistDocument = { kind: 'picklist', name, title: shorten(textOf(element, 'masterLabel') ?? api, 255), values, guanxi: { id } };
    origins.set(document, origin);
    return [document];
  });
  return { documents, names };
}
