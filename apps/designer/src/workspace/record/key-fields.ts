import type { FieldDescription, LayoutDocument, ObjectDescription } from '@guanxi/metadata';

const mostKeys = 4;

/** What stands beside the name of a record: what the layout or the object says, else its choices, then what its layout shows first; the owner last. */
export function keyFields({ nameField, fields, compact }: ObjectDescription, layout: LayoutDocument): readonly FieldDescription[] {
  const said = (layout.header ?? compact ?? []).flatMap((name) => fields.find((field) => field.name === name && name !== nameField) ?? []);
  const owner = fields.filter((field) => field.system && field.name === 'owner');
  // Whose a record is stands there whatever else is said.
  if (said.length > 0) return [...said, ...owner.filter((field) => !said.includes(field))];
  const placed = layout.sections.flatMap(({ cells }) => cells).flatMap(({ field }) => fields.find(({ name }) => name === field) ?? []);
  const own = placed.filter((field) => field.name !== nameField && !field.system && field.type !== 'longText');
  const choices = own.filter((field) => field.valueLabels !== undefined);
  const rest = own.filter((field) => field.valueLabels === undefined);
  return [...[...choices, ...rest].slice(0, mostKeys - owner.length), ...owner];
}
