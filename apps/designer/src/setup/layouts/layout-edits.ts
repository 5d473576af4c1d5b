import type { LayoutCell, LayoutDocument, LayoutSection } from '@guanxi/metadata';

/** Where a field stands, or would stand: before the cell that is at `index` now. */
export interface CellPlace {
  readonly section: number;
  readonly index: number;
}

/** Puts a field at a place, taking it from wherever it stands: a layout shows a field once. */
export function placeField(layout: LayoutDocument, field: string, to: CellPlace): LayoutDocument {
  const from = findCell(layout, field);
  const cell = from ? (layout.sections[from.section]?.cells[from.index] ?? { field }) : { field };
  // Counted without the field itself, which may stand before the place that it goes to.
  const index = from && from.section === to.section && from.index < to.index ? to.index - 1 : to.index;
  return changeSection(takeField(layout, field), to.section, (section) => ({ ...section, cells: section.cells.toSpliced(index, 0, cell) }));
}

export function takeField(layout: LayoutDocument, field: string): LayoutDocument {
  return { ...layout, sections: layout.sections.map((section) => ({ ...section, cells: section.cells.filter((cell) => cell.field !== field) })) };
}

export function findCell(layout: LayoutDocument, field: string): CellPlace | undefined {
  for (const [section, { cells }] of layout.sections.entries()) {
    const index = cells.findIndex((cell) => cell.field === field);
    if (index >= 0) return { section, index };
  }
  return undefined;
}

/** One step forwards or backwards, over the border of the section where it ends. Undefined where there is nowhere to go. */
export function stepField(layout: LayoutDocument, field: string, step: 1 | -1): LayoutDocument | undefined {
  const from = findCell(layout, field);
  if (!from) return undefined;
  const { section, index } = from;
  const length = layout.sections[section]?.cells.length ?? 0;
  const next = index + step;
  if (next >= 0 && next < length) return placeField(layout, field, { section, index: step === 1 ? index + 2 : index - 1 });
  const neighbour = layout.sections[section + step];
  return neighbour && placeField(layout, field, { section: section + step, index: step === 1 ? 0 : neighbour.cells.length });
}

export function changeCell(layout: LayoutDocument, field: string, changes: Partial<LayoutCell>): LayoutDocument {
  const change = (cell: LayoutCell): LayoutCell => (cell.field === field ? withoutBlanks({ ...cell, ...changes }) : cell);
  return { ...layout, sections: layout.sections.map((section) => ({ ...section, cells: section.cells.map(change) })) };
}

export function changeSection(layout: LayoutDocument, index: number, change: (section: LayoutSection) => LayoutSection): LayoutDocument {
  return { ...layout, sections: layout.sections.map((section, position) => (position === index ? withoutBlanks(change(section)) : section)) };
}

export function addSection(layout: LayoutDocument, after: number): LayoutDocument {
  return { ...layout, sections: layout.sections.toSpliced(after + 1, 0, { columns: 2, cells: [] }) };
}

/** Its fields go back to those that are not placed. */
export function removeSection(layout: LayoutDocument, index: number): LayoutDocument {
  return { ...layout, sections: layout.sections.toSpliced(index, 1) };
}

export function moveSection(layout: LayoutDocument, from: number, to: number): LayoutDocument {
  const section = layout.sections[from];
  if (!section || to < 0 || to >= layout.sections.length) return layout;
  return { ...layout, sections: layout.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

export type RelatedList = NonNullable<LayoutDocument['relatedLists']>[number];

export function changeRelatedLists(layout: LayoutDocument, relatedLists: readonly RelatedList[]): LayoutDocument {
  return withoutBlanks({ ...layout, relatedLists });
}

/** What says nothing is not written down, so that the same layout is always the same document. */
function withoutBlanks<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== '' && entry !== false && !(typeof entry === 'object' && entry !== null && !Array.isArray(entry) && Object.keys(entry).length === 0));
  return Object.fromEntries(entries) as T;
}
