import type { LayoutDocument } from '@guanxi/metadata';

export interface LayoutWish {
  readonly recordType?: string;
  /** The permission sets of the person who looks. */
  readonly permissionSets: readonly string[];
}

/**
 * The layout of a record for a person: of those that are for them the one that says most of whom it is for, a record type
 * before a permission set; the first by name of several. Undefined where none is.
 */
export function chooseLayout(layouts: readonly LayoutDocument[], wish: LayoutWish): LayoutDocument | undefined {
  const fitting = layouts.filter((layout) => isFor(layout, wish));
  return fitting.toSorted((left, right) => rank(right) - rank(left) || (left.name < right.name ? -1 : 1))[0];
}

function isFor({ recordTypes, permissionSets }: LayoutDocument, wish: LayoutWish): boolean {
  const fitsType = !recordTypes || (wish.recordType !== undefined && recordTypes.includes(wish.recordType));
  return fitsType && (!permissionSets || permissionSets.some((set) => wish.permissionSets.includes(set)));
}

function rank({ recordTypes, permissionSets }: LayoutDocument): number {
  return (recordTypes ? 2 : 0) + (permissionSets ? 1 : 0);
}
