import type { ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { Filter } from '../filters/filter.js';
import { writeTree, type FilterNode } from '../filters/filter-tree.js';
import { keepColumns } from './kept-columns.js';
import type { ListAddress } from './list-address.js';
import type { ListColumn } from './list-column.js';
import { writeOrders, type ListPlan } from './list-question.js';
import type { ListOrder } from './list-view.js';
import { rememberListHref } from './last-list.js';

/** What people can do with a list: each changes its address, or how it is arranged on this device. */
export interface ListActions {
  readonly go: (change: Partial<Record<keyof ListAddress, unknown>>, how?: { readonly replace?: boolean }) => void;
  readonly arrange: (columns: readonly ListColumn[] | null) => void;
  readonly setOrders: (orders: readonly ListOrder[]) => void;
  readonly setGroup: (group: string) => void;
  readonly setFilters: (nodes: readonly FilterNode[]) => void;
  readonly addFilter: (filter: Filter) => void;
  /** Back to the view as it is saved. */
  readonly discard: () => void;
  readonly peek: (id: string | undefined) => void;
}

interface Options {
  readonly object: ObjectDescription;
  readonly address: ListAddress;
  readonly plan: ListPlan;
  readonly onArranged: () => void;
  /** Other records are asked for from now on. */
  readonly onOther: () => void;
}

const narrowing: readonly (keyof ListAddress)[] = ['view', 'f', 'q'];

export function useListActions(options: Options): ListActions {
  const navigate = useNavigate();
  const latest = useRef(options);
  useEffect(() => { latest.current = options; });
  return useMemo((): ListActions => {
    const go: ListActions['go'] = (change, how = {}) => {
      const { object, address, onOther } = latest.current;
      const next = Object.fromEntries(Object.entries({ ...address, ...change }).filter(([key, value]) => value !== undefined && (value !== '' || key === 'g') && value !== false));
      rememberListHref(object.name, next as ListAddress);
      if (narrowing.some((key) => key in change)) onOther();
      void navigate({ to: '.', search: next as never, replace: how.replace ?? false });
    };
    const arrange: ListActions['arrange'] = (columns) => {
      const { object, plan, onArranged } = latest.current;
      keepColumns(object.name, plan.viewName, columns);
      onArranged();
    };
    const setFilters: ListActions['setFilters'] = (nodes) => {
      const entries = writeTree(nodes);
      const { view } = latest.current.plan;
      // No filters where the view has some is something to say; where it has none the address stays short.
      go({ f: entries.length > 0 || (view?.filters.length ?? 0) > 0 ? entries : undefined }, { replace: true });
    };
    return {
      go, arrange, setFilters,
      setOrders: (orders) => go({ s: writeOrders(orders) }, { replace: true }),
      setGroup: (group) => go({ g: group === '' && latest.current.plan.view?.group === undefined ? undefined : group }, { replace: true }),
      addFilter: (filter) => setFilters([...latest.current.plan.filters, filter]),
      discard: () => {
        arrange(null);
        go({ f: undefined, s: undefined, g: undefined }, { replace: true });
      },
      peek: (id) => go({ peek: id }, { replace: true }),
    };
  }, [navigate]);
}
