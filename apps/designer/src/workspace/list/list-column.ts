import type { ObjectDescription } from '@guanxi/metadata';
import { defaultColumns } from './choose-columns.js';
import { isTotalKind, type TotalKind } from './total-kinds.js';

/** A column as a person has arranged it; what is missing is as the page would have it. */
export interface ListColumn {
  readonly name: string;
  /** Pixels. */
  readonly width?: number;
  /** Stays in sight beside the name. */
  readonly isPinned?: boolean;
  readonly total?: TotalKind | 'none';
}

/** The columns of a list as they were arranged, else those that the layout begins with. The name comes first and pinned ones after it. */
export function arrangedColumns(object: ObjectDescription, arranged: readonly ListColumn[] | null): readonly ListColumn[] {
  const columns = arranged ?? defaultColumns(object).map((name): ListColumn => ({ name }));
  const known = columns.filter(({ name }, index) => name !== object.nameField && object.fields.some((field) => field.name === name) && columns.findIndex((other) => other.name === name) === index);
  const first = columns.find(({ name }) => name === object.nameField) ?? { name: object.nameField };
  return [first, ...known.filter(({ isPinned }) => isPinned), ...known.filter(({ isPinned }) => !isPinned)];
}

/** Columns with one changed; entries of the change that are undefined are taken away. */
export function changeColumn(columns: readonly ListColumn[], name: string, change: { readonly [Key in keyof ListColumn]?: ListColumn[Key] | undefined }): readonly ListColumn[] {
  return columns.map((column) => (column.name === name ? Object.fromEntries(Object.entries({ ...column, ...change }).filter(([, value]) => value !== undefined)) as unknown as ListColumn : column));
}

/** Moves a column before another, or to the end; it becomes as pinned as its new neighbour. */
export function moveColumn(columns: readonly ListColumn[], name: string, before: string | null): readonly ListColumn[] {
  const moved = columns.find((column) => column.name === name);
  if (!moved || name === before) return columns;
  const rest = columns.filter((column) => column.name !== name);
  const at = before === null ? rest.length : rest.findIndex((column) => column.name === before);
  return at < 0 ? columns : rest.toSpliced(at, 0, moved);
}

/** Columns out of a store; undefined where it holds something else. Names alone were kept once. */
export function readColumns(kept: unknown): readonly ListColumn[] | undefined {
  if (!Array.isArray(kept)) return undefined;
  return kept.flatMap((entry: unknown): ListColumn[] => {
    if (typeof entry === 'string') return [{ name: entry }];
    if (typeof entry !== 'object' || entry === null) return [];
    const { name, width, isPinned, total } = entry as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string') return [];
    return [{ name, ...(typeof width === 'number' && { width }), ...(isPinned === true && { isPinned }), ...((isTotalKind(total) || total === 'none') && { total }) }];
  });
}
