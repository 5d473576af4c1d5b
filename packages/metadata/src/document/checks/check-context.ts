import type { FieldModel, Model, ObjectModel } from '../../model/model.js';
import type { FormulaFault } from '../../model/type-formulas.js';
import type { Problem } from '../../problem.js';
import type { MetadataDocument } from '../documents.js';
import { nearMissHint } from '../near-miss.js';
import { jsonPointer } from '../../json-pointer.js';

/** What one document is checked against, and where its problems go. */
export interface CheckContext {
  readonly model: Model;
  /** What was found wrong in the formulas of the object when the model was built. */
  readonly faults: readonly FormulaFault[];
  /** Objects and fields (`Customer`, `Customer.email`) that exist but have problems of their own: nobody is told they do not exist. */
  readonly unsure: ReadonlySet<string>;
  /** `place` holds the parts of the pointer inside the document. */
  report(place: readonly (string | number)[], problem: Omit<Problem, 'path'>): void;
}

export function documentAddress(document: Pick<MetadataDocument, 'kind' | 'name'>): string {
  return jsonPointer(`${document.kind}:${document.name}`);
}

/** The object of a name, or undefined with a problem reported. */
export function findObject(name: string, place: readonly (string | number)[], context: CheckContext): ObjectModel | undefined {
  const object = context.model.objectByName.get(name);
  if (object) return object;
  if (!context.unsure.has(name)) {
    context.report(place, {
      code: 'object.unknown',
      message: `There is no object "${name}".`,
      ...optionalHint(nearMissHint(name, context.model.objectByName.keys())),
    });
  }
  return undefined;
}

/** The field of a name, or undefined with a problem reported. */
export function findField(object: ObjectModel, name: string, place: readonly (string | number)[], context: CheckContext): FieldModel | undefined {
  const field = object.fieldByName.get(name);
  if (field) return field;
  if (!context.unsure.has(`${object.name}.${name}`)) {
    context.report(place, {
      code: 'field.unknown',
      message: `${object.name} has no field "${name}".`,
      ...optionalHint(nearMissHint(name, object.fieldByName.keys())),
    });
  }
  return undefined;
}

export function optionalHint(hint: string | undefined): { readonly hint?: string } {
  return hint === undefined ? {} : { hint };
}
