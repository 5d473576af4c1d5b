import { nearMissHint } from '../near-miss.js';
import type { ObjectModel } from '../../model/model.js';
import type { LayoutDocument } from '../documents.js';
import { findField, findObject, optionalHint, type CheckContext } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';

/** A layout names existing fields and lists, and its conditions are yes/no formulas over the record. */
export function checkLayout(layout: LayoutDocument, context: CheckContext): void {
  const object = findObject(layout.object, ['object'], context);
  if (!object) return;
  layout.sections.forEach((section, index) => {
    const place = ['sections', index];
    checkConditions(section, ['visibleWhen'], { object, place }, context);
    section.cells.forEach((cell, position) => {
      const at = [...place, 'cells', position];
      findField(object, cell.field, [...at, 'field'], context);
      checkConditions(cell, ['visibleWhen', 'requiredWhen', 'readOnlyWhen'], { object, place: at }, context);
    });
  });
  (layout.relatedLists ?? []).forEach((list, index) => checkRelatedList(object, list, ['relatedLists', index], context));
}

type Condition = 'visibleWhen' | 'requiredWhen' | 'readOnlyWhen';

function checkConditions(
  part: { readonly [key in Condition]?: string },
  keys: readonly Condition[],
  at: { readonly object: ObjectModel; readonly place: readonly (string | number)[] },
  context: CheckContext,
): void {
  for (const key of keys) {
    const text = part[key];
    if (text !== undefined) checkRecordFormula(text, { object: at.object, expected: 'boolean', place: [...at.place, key] }, context);
  }
}

function checkRelatedList(
  object: ObjectModel,
  list: { readonly relation: string; readonly columns: readonly string[] },
  place: readonly (string | number)[],
  context: CheckContext,
): void {
  const relation = object.relationByName.get(list.relation);
  if (!relation) {
    context.report([...place, 'relation'], {
      code: 'relation.unknown',
      message: `${object.name} has no list "${list.relation}".`,
      ...optionalHint(nearMissHint(list.relation, object.relationByName.keys()) ?? 'A lookup of the other object makes it, by its "inverse".'),
    });
    return;
  }
  const related = context.model.objectByName.get(relation.object);
  if (related) list.columns.forEach((column, index) => findField(related, column, [...place, 'columns', index], context));
}
