import type { LayoutDocument, ObjectDescription } from '@guanxi/metadata';

/** The layout of a record of one type; the object's own where the type has none. */
export function layoutOf({ layout, layouts }: Pick<ObjectDescription, 'layout' | 'layouts'>, recordType: unknown): LayoutDocument {
  return (typeof recordType === 'string' ? layouts?.[recordType] : undefined) ?? layout;
}
