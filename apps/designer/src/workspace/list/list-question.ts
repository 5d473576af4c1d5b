import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { conditionOfTree, formulasIn, readTree, withoutFormulas, writeTree, type FilterNode, type TreeEntry } from '../filters/filter-tree.js';
import type { ListQuestion } from '../records/record-lists.js';
import { selectFields } from '../records/select-fields.js';
import { allOf, orderByOf, whereOfView } from '../records/view-conditions.js';
import { columnFields } from './choose-columns.js';
import { readGrouping, type Grouping } from './grouping.js';
import type { ListAddress } from './list-address.js';
import { arrangedColumns, type ListColumn } from './list-column.js';
import { listViews, type ListOrder, type ListView, type ViewContent } from './list-view.js';
import type { SavedView } from './saved-views.js';

/** A list as its address asks for it. */
export interface ListPlan {
  readonly views: readonly ListView[];
  readonly view: ListView | null;
  /** Name of the view in the address: `all` where none is in effect. */
  readonly viewName: string;
  readonly filters: readonly FilterNode[];
  /** Filters that could not be read: their fields are gone, or not this person's. */
  readonly dropped: number;
  /** Formulas that are left out, as what they name is gone. */
  readonly broken: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly orders: readonly ListOrder[];
  readonly grouping: Grouping | null;
  /** People see something else than the view says. */
  readonly isChanged: boolean;
  /** The list as it could be saved. */
  readonly content: ViewContent;
  readonly question: ListQuestion;
  /** The same without its filters and search. */
  readonly unfiltered: ListQuestion;
}

export const allView = 'all';

interface Arrangement {
  readonly kept?: readonly ListColumn[] | null;
  readonly saved?: readonly SavedView[];
  /** Formulas that cannot be asked for: what they name is gone. */
  readonly broken?: readonly string[];
}

export function planList(workspace: WorkspaceDescription, object: ObjectDescription, address: ListAddress, { kept = null, saved = [], broken = [] }: Arrangement = {}): ListPlan {
  const views = listViews(workspace, object, saved);
  const view = viewInEffect(views, address);
  const { nodes: filters, dropped } = readTree(workspace, object, address.f ?? view?.filters);
  const columns = arrangedColumns(object, kept ?? view?.columns ?? null);
  const own = readOrders(object, address.s);
  const orders = own ?? view?.orderBy ?? [];
  const group = address.g ?? view?.group;
  const grouping = readGrouping(workspace, object, group);
  const orderBy = orderByOf(workspace, object, orders);
  const base = view?.base && whereOfView(workspace, object, view.base);
  const select = selectFields(workspace, object, [...columnFields(object, columns.map(({ name }) => name)).map(({ name }) => name), ...(grouping ? [grouping.field.name] : [])]);
  const condition = conditionOfTree(workspace, object, withoutFormulas(filters, broken));
  const asked = { object, select, orderBy: orderBy.length > 0 ? orderBy : undefined };
  return {
    views, view, viewName: view?.name ?? allView, filters, dropped, broken: formulasIn(filters).filter((formula) => broken.includes(formula)), columns, orders, grouping,
    isChanged: kept !== null || isOther(address.f, view?.filters ?? []) || (own !== null && isOther(own, view?.orderBy ?? [])) || (address.g !== undefined && address.g !== (view?.group ?? '')),
    content: { columns, filters: writeTree(filters), orderBy: orders, ...(view?.base && { base: view.base }), ...(grouping && { group: group ?? '' }) },
    question: { ...asked, where: allOf([base, condition && whereOfView(workspace, object, condition)]), search: address.q?.trim() || undefined },
    unfiltered: { ...asked, where: base, search: undefined },
  };
}

function viewInEffect(views: readonly ListView[], { view }: ListAddress): ListView | null {
  return view === allView ? null : (views.find(({ name }) => name === view) ?? views[0] ?? null);
}

/** The name of the view that an address shows. */
export function viewNameIn(object: ObjectDescription, address: ListAddress, saved: readonly SavedView[]): string {
  const names = [...object.views.map(({ name }) => name), ...saved.filter((view) => view.object === object.name).map(({ id }) => id)];
  return address.view === allView ? allView : (names.find((name) => name === address.view) ?? names[0] ?? allView);
}

function readOrders(object: ObjectDescription, text: string | undefined): readonly ListOrder[] | null {
  if (text === undefined) return null;
  const orders = text.split(',').flatMap((piece): ListOrder[] => {
    const field = piece.replace(/^-/, '');
    return object.fields.some(({ name }) => name === field) ? [{ field, direction: piece.startsWith('-') ? 'desc' : 'asc' }] : [];
  });
  return orders.length > 0 ? orders : null;
}

export function writeOrders(orders: readonly ListOrder[]): string | undefined {
  return orders.length === 0 ? undefined : orders.map(({ field, direction }) => (direction === 'desc' ? `-${field}` : field)).join(',');
}

function isOther(now: readonly (TreeEntry | ListOrder)[] | undefined, before: readonly (TreeEntry | ListOrder)[]): boolean {
  return now !== undefined && JSON.stringify(now) !== JSON.stringify(before);
}
