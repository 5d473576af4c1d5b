import type { ObjectDescription, ViewDocument, WorkspaceDescription } from '@guanxi/metadata';
import { treeOfCondition, writeTree, type TreeEntry } from '../filters/filter-tree.js';
import type { Where } from '../records/record-queries.js';
import { readColumns, type ListColumn } from './list-column.js';
import type { SavedView } from './saved-views.js';

export interface ListOrder { readonly field: string; readonly direction: 'asc' | 'desc' }

/** A view of a list, whether an admin designed it or somebody saved it while working. */
export interface ListView {
  /** In the address. */
  readonly name: string;
  readonly title: string;
  /** Absent for views that were designed in Setup. */
  readonly saved?: SavedView;
  readonly columns: readonly ListColumn[];
  /** Its condition as filters that people can change. */
  readonly filters: readonly TreeEntry[];
  /** A condition that says more than filters can: it stays in effect under them. */
  readonly base?: Where;
  readonly orderBy: readonly ListOrder[];
  readonly group?: string;
}

/** What a person saves of a list. */
export interface ViewContent {
  readonly columns: readonly ListColumn[];
  readonly filters: readonly TreeEntry[];
  readonly base?: Where;
  readonly orderBy: readonly ListOrder[];
  readonly group?: string;
}

export function listViews(workspace: WorkspaceDescription, object: ObjectDescription, saved: readonly SavedView[]): readonly ListView[] {
  return [...object.views.map((view) => designedView(workspace, object, view)), ...saved.filter((view) => view.object === object.name).map(savedView)];
}

function designedView(workspace: WorkspaceDescription, object: ObjectDescription, { name, title, columns, where, orderBy }: ViewDocument): ListView {
  const nodes = treeOfCondition(workspace, object, where);
  return {
    name, title, columns: columns.map((column) => ({ name: column })), filters: nodes ? writeTree(nodes) : [], ...(!nodes && where && { base: where }),
    orderBy: orderBy ?? [],
  };
}

function savedView(view: SavedView): ListView {
  const { columns, filters, base, orderBy, group } = view.content as Partial<Record<keyof ViewContent, unknown>>;
  return {
    name: view.id, title: view.title, saved: view,
    columns: readColumns(columns) ?? [],
    filters: Array.isArray(filters) ? filters as readonly TreeEntry[] : [],
    ...(view.isList ? { base: { id: { onList: view.id } } } : typeof base === 'object' && base !== null && { base: base as Where }),
    orderBy: Array.isArray(orderBy) ? (orderBy as readonly unknown[]).filter(isOrder) : [],
    ...(typeof group === 'string' && { group }),
  };
}

function isOrder(entry: unknown): entry is ListOrder {
  const { field, direction } = (entry ?? {}) as Partial<ListOrder>;
  return typeof field === 'string' && (direction === 'asc' || direction === 'desc');
}

