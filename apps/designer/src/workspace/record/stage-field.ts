import type { FieldDescription, LayoutDocument, ObjectDescription } from '@guanxi/metadata';

const stageNames = /(stage|status|phase|state)$/i;
const [fewest, most] = [2, 9];

/** The choice that says how far a record is: the one that its layout names, or the first that is named for it and whose values have an order. */
export function stageField(object: ObjectDescription, layout: LayoutDocument): FieldDescription | undefined {
  if (layout.path === null) return undefined;
  if (layout.path !== undefined) return object.fields.find(({ name, type }) => name === layout.path && type === 'picklist');
  const placed = layout.sections.flatMap(({ cells }) => cells).map(({ field }) => field);
  return placed.flatMap((name) => object.fields.find((field) => field.name === name) ?? [])
    .find(({ name, type, system, valueLabels = {} }) => {
      const count = Object.keys(valueLabels).length;
      return type === 'picklist' && !system && stageNames.test(name) && count >= fewest && count <= most;
    });
}
