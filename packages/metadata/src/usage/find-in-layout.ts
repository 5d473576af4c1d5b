import type { LayoutCell, LayoutDocument, LayoutSection } from '../document/documents.js';
import { formulaNamesField } from './formula-names-field.js';
import { isInverseOf } from './is-inverse-of.js';
import type { SoughtField, Spot } from './usage.js';

export function findInLayout(layout: LayoutDocument, sought: SoughtField): readonly Spot[] {
  const isOwn = layout.object === sought.object.name;
  const conditions = (part: Partial<LayoutSection & LayoutCell>, at: Spot): readonly Spot[] =>
    (['visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const).flatMap((key) => {
      const text = part[key];
      return text !== undefined && formulaNamesField(text, layout.object, sought) ? [[...at, key]] : [];
    });
  return [
    ...layout.sections.flatMap((section, index) => [
      ...conditions(section, ['sections', index]),
      ...section.cells.flatMap((cell, position) => {
        const at = ['sections', index, 'cells', position];
        return [...(isOwn && cell.field === sought.field.name ? [[...at, 'field']] : []), ...conditions(cell, at)];
      }),
    ]),
    ...(layout.relatedLists ?? []).flatMap((list, index) => findInList(layout, list, ['relatedLists', index], sought)),
  ];
}

function findInList(
  layout: LayoutDocument,
  list: { readonly relation: string; readonly columns: readonly string[] },
  at: Spot,
  sought: SoughtField,
): readonly Spot[] {
  const relation = sought.model.objectByName.get(layout.object)?.relationByName.get(list.relation);
  if (!relation) return [];
  const columns = relation.object === sought.object.name ? list.columns : [];
  return [
    ...(isInverseOf(relation, sought) ? [[...at, 'relation']] : []),
    ...columns.flatMap((column, index) => (column === sought.field.name ? [[...at, 'columns', index]] : [])),
  ];
}
