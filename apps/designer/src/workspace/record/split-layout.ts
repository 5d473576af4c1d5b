import type { LayoutDocument, ObjectDescription } from '@guanxi/metadata';

/** What people work with, and apart from it the sections that only say who made and changed the record: they come last, unless a tab holds them. */
export function splitLayout({ layout, fields }: Pick<ObjectDescription, 'layout' | 'fields'>): { readonly own: LayoutDocument; readonly tracked: LayoutDocument } {
  const isTracked = (name: string) => fields.some((field) => field.name === name && field.system && !field.writable);
  const tracks = ({ cells, tab }: LayoutDocument['sections'][number]) => tab === undefined && cells.length > 0 && cells.every(({ field }) => isTracked(field));
  return {
    own: { ...layout, sections: layout.sections.filter((section) => !tracks(section)) },
    tracked: { ...layout, sections: layout.sections.filter(tracks) },
  };
}
