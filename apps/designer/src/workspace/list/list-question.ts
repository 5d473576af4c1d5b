import type { ObjectDescription, ViewDocument, WorkspaceDescription } from '@guanxi/metadata';
import { readFilters, whereOfFilter, type Filter } from '../filters/filter.js';
import type { ListQuestion } from '../records/record-lists.js';
import { selectFields } from '../records/select-fields.js';
import { allOf, orderByOf, whereOfView } from '../records/view-conditions.js';
import { columnFields, defaultColumns } from './choose-columns.js';
import type { ListAddress } from './list-address.js';

/** A list as its address asks for it. */
export interface ListPlan {
  readonly view: ViewDocument | null;
  /** Name of the view in the address: `all` where none is in effect. */
  readonly viewName: string;
  readonly filters: readonly Filter[];
  readonly columns: readonly string[];
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' } | null;
  readonly question: ListQuestion;
}

export const allView = 'all';

export function planList(workspace: WorkspaceDescription, object: ObjectDescription, address: ListAddress, keptColumns: readonly string[] | null): ListPlan {
  const view = address.view === allView ? null : (object.views.find(({ name }) => name === address.view) ?? object.views[0] ?? null);
  const filters = readFilters(object, address.f);
  const columns = keptColumns ?? view?.columns ?? defaultColumns(object);
  const own = readSort(object, address.s);
  const sort = own ?? view?.orderBy?.[0] ?? null;
  const orderBy = orderByOf(workspace, object, own ? [own] : (view?.orderBy ?? []));
  return {
    view, viewName: view?.name ?? allView, filters, columns, sort,
    question: {
      object,
      select: selectFields(workspace, object, columnFields(object, columns).map(({ name }) => name)),
      where: allOf([view?.where && whereOfView(workspace, object, view.where), ...filters.map((filter) => whereOfFilter(object, filter))]),
      orderBy: orderBy.length > 0 ? orderBy : undefined,
      search: address.q?.trim() || undefined,
    },
  };
}

function readSort(object: ObjectDescription, text: string | undefined): ListPlan['sort'] {
  if (text === undefined) return null;
  const name = text.replace(/^-/, '');
  if (!object.fields.some((field) => field.name === name)) return null;
  return { field: name, direction: text.startsWith('-') ? 'desc' : 'asc' };
}
