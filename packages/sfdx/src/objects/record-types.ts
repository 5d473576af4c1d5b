import type { FieldProperty } from '@guanxi/field-types';
import type { RecordTypeKeyword } from '@guanxi/metadata';
import { present, shorten, type Conversion } from '../conversion.js';
import type { ObjectNames } from '../names/name-book.js';
import { elementsOf, isTrue, textOf } from '../xml/read-xml.js';

/** Record types under their developer names, with the picklist values that they offer. */
export function convertRecordTypes(object: ObjectNames, { book, report, origins }: Conversion, properties: Readonly<Record<string, FieldProperty>>): readonly RecordTypeKeyword[] {
  return object.described.recordTypes.map(({ path, name, element }, index) => {
    const origin = { file: path, element: `record type ${name}` };
    report.note(origin, 'taken');
    const values: Record<string, readonly string[]> = {};
    for (const offered of elementsOf(element, 'picklistValues')) {
      const field = book.field(object, textOf(offered, 'picklist') ?? '');
      if (!field || !properties[field.name]) {
        report.note(origin, 'changed', `The values it offers of ${textOf(offered, 'picklist') ?? ''} were left out: there is no such field.`);
        continue;
      }
      values[field.name] = [...new Set(elementsOf(offered, 'values').flatMap((value) => textOf(value, 'fullName') ?? []).map(decodeValue))];
    }
    const recordType = {
      name,
      title: shorten(textOf(element, 'label') ?? name, 255),
      ...present({ description: describe(textOf(element, 'description')) }),
      ...(textOf(element, 'active') === 'false' ? { active: false } : {}),
      ...(index === 0 && isTrue(element, 'active') ? { default: true } : {}),
      ...(Object.keys(values).length > 0 ? { values } : {}),
    };
    origins.set(recordType, origin);
    return recordType;
  });
}

const describe = (text: string | undefined) => (text === undefined ? undefined : shorten(text, 4000));

/** Values of record types are written as addresses are: %26 for &. */
function decodeValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
