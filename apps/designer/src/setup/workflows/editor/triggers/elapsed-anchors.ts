import type { ElapsedAnchor, FieldDescription, ObjectDescription } from '@guanxi/metadata';

/** A date that time can be counted from. */
export interface AnchorChoice {
  readonly key: string;
  readonly anchor: ElapsedAnchor;
  /** The related list that the date is in; without one it is the record's own. */
  readonly related?: string;
  readonly label: string;
  readonly hasTime: boolean;
}

/** Related dates first: "the latest order" is what people mostly count from. */
export function findAnchors(objects: readonly ObjectDescription[], objectName: string): readonly AnchorChoice[] {
  const object = objects.find(({ name }) => name === objectName);
  if (!object) return [];
  const related = object.relations.flatMap((relation) => datesOf(objects.find(({ name }) => name === relation.object)).filter(({ system }) => !system).map((field): AnchorChoice => ({
    key: `${relation.name}.${field.name}`, anchor: { max: { relation: relation.name, field: field.name } }, related: relation.label, label: field.label, hasTime: field.value.type === 'dateTime',
  })));
  const own = datesOf(object).map((field): AnchorChoice => ({ key: field.name, anchor: { field: field.name }, label: field.label, hasTime: field.value.type === 'dateTime' }));
  return [...related, ...own];
}

export function anchorKey(anchor: ElapsedAnchor): string {
  return 'field' in anchor ? anchor.field : `${anchor.max.relation}.${anchor.max.field}`;
}

function datesOf(object: ObjectDescription | undefined): readonly FieldDescription[] {
  return object?.fields.filter(({ value: { type } }) => type === 'date' || type === 'dateTime') ?? [];
}
