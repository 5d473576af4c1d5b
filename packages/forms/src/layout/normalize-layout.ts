import type { FieldDescription, LayoutCell, LayoutDocument, LayoutSection, ObjectDescription } from '@guanxi/metadata';

export interface NormalSection extends Omit<LayoutSection, 'cells'> {
  /** Stable while the layout stays the same: its place among the sections of the document. */
  readonly id: string;
  readonly cells: readonly NormalCell[];
}

export interface NormalCell extends LayoutCell {
  readonly wide: boolean;
  readonly description: FieldDescription;
}

export interface NormalLayout {
  readonly sections: readonly NormalSection[];
  readonly relatedLists: NonNullable<LayoutDocument['relatedLists']>;
}

/**
 * Leaves out cells whose field this person has not got, cells that came before, related lists without a relation, and
 * sections that are empty then. In one column every cell is wide.
 */
export function normalizeLayout(layout: LayoutDocument, object: Pick<ObjectDescription, 'fields' | 'relations'>): NormalLayout {
  const fields = new Map(object.fields.map((field) => [field.name, field]));
  const placed = new Set<string>();
  const sections = layout.sections.map((section, index) => ({
    ...section,
    id: `section-${index + 1}`,
    cells: section.cells.flatMap((cell): NormalCell[] => {
      const description = fields.get(cell.field);
      if (description === undefined || placed.has(cell.field)) return [];
      placed.add(cell.field);
      return [{ ...cell, wide: section.columns === 1 || cell.wide === true, description }];
    }),
  }));
  const relations = new Set(object.relations.map(({ name }) => name));
  return {
    sections: sections.filter(({ cells }) => cells.length > 0),
    relatedLists: (layout.relatedLists ?? []).filter(({ relation }) => relations.has(relation)),
  };
}
