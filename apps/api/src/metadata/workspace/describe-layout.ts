import { generateLayout } from '@guanxi/forms';
import { translate, type LayoutDocument, type Model, type ObjectModel } from '@guanxi/metadata';
import type { Access, ObjectAccess } from '@guanxi/query';

interface Viewer {
  readonly model: Model;
  readonly access: Access;
  readonly locale: string;
}

/** The org's layout of an object, or a generated one, without the cells and lists that this person may not see. */
export function describeLayout(object: ObjectModel, rights: ObjectAccess, { model, access, locale }: Viewer): LayoutDocument {
  const layout = model.layouts.find((one) => one.object === object.name) ?? generateLayout(object, (name) => model.objectByName.get(name));
  const sections = layout.sections.map((section) => ({
    ...section,
    ...(section.title !== undefined && { title: translate(section.title, section.titles, locale) }),
    cells: section.cells.filter(({ field }) => rights.readableFields.has(field)),
  }));
  const relatedLists = (layout.relatedLists ?? []).flatMap((list) => {
    const relation = object.relationByName.get(list.relation);
    const target = relation && access.objects.get(relation.object);
    if (!relation || !target?.readableFields.has(relation.field)) return [];
    return [{ ...list, columns: list.columns.filter((column) => target.readableFields.has(column)) }];
  });
  return { ...layout, sections: sections.filter(({ cells }) => cells.length > 0), relatedLists };
}
