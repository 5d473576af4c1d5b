import { chooseLayout, generateLayout } from '@guanxi/forms';
import { translate, type LayoutDocument, type ObjectModel } from '@guanxi/metadata';
import type { ObjectAccess } from '@guanxi/query';
import type { Viewer } from './may-read.js';

/** The layouts that this person's records of an object have: the one for records of no certain type, and those of types that differ. */
export function describeLayouts(object: ObjectModel, rights: ObjectAccess, viewer: Viewer): { readonly layout: LayoutDocument; readonly layouts?: Readonly<Record<string, LayoutDocument>> } {
  const { model, access } = viewer;
  const own = model.layouts.filter((layout) => layout.object === object.name);
  const choose = (recordType?: string): LayoutDocument =>
    chooseLayout(own, { permissionSets: access.permissionSets, ...(recordType === undefined ? {} : { recordType }) }) ?? generateLayout(object, (name) => model.objectByName.get(name));
  const general = choose();
  const special = object.recordTypes.flatMap(({ name }) => {
    const layout = choose(name);
    return layout === general || layout.guanxi.id === general.guanxi.id ? [] : [[name, describeLayout(layout, object, rights, viewer)] as const];
  });
  return { layout: describeLayout(general, object, rights, viewer), ...(special.length > 0 ? { layouts: Object.fromEntries(special) } : {}) };
}

/** A layout in the person's language, without the cells and lists that they may not see. */
function describeLayout(layout: LayoutDocument, object: ObjectModel, rights: ObjectAccess, { access, locale }: Viewer): LayoutDocument {
  const sections = layout.sections.map((section) => ({
    ...section,
    ...(section.title !== undefined && { title: translate(section.title, section.titles, locale) }),
    ...(section.tab !== undefined && { tab: translate(section.tab, section.tabs, locale) }),
    cells: section.cells.filter(({ field }) => rights.readableFields.has(field)),
  }));
  const relatedLists = (layout.relatedLists ?? []).flatMap((list) => {
    const relation = object.relationByName.get(list.relation);
    const target = relation && access.objects.get(relation.object);
    if (!relation || !target?.readableFields.has(relation.field)) return [];
    return [{ ...list, columns: list.columns.filter((column) => target.readableFields.has(column)) }];
  });
  return {
    ...layout,
    ...(layout.header && { header: layout.header.filter((field) => rights.readableFields.has(field)) }),
    // Without it the page would draw another choice in its place.
    ...(typeof layout.path === 'string' && !rights.readableFields.has(layout.path) && { path: null }),
    sections: sections.filter(({ cells }) => cells.length > 0),
    relatedLists,
  };
}
