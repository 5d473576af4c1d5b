import type { GroupField, KeyField } from './group-request.js';
import type { EdgeField, PageField, PageRequest, ReadRequest, SelectedField } from './read-request.js';

/** What counting costs beside the records of a page: about ten pages. */
const COUNT_COST = 100;

export interface Cost {
  /** Records that may have to be read, in the worst case. */
  readonly records: number;
  /** Relations followed one after another. */
  readonly depth: number;
}

const NOTHING: Cost = { records: 0, depth: 0 };

/** What a request may cost at most, known before any SQL is made. */
export function measureCost(request: ReadRequest): Cost {
  return sum(
    request.roots.map((root) => {
      if (root.kind === 'one') return under(1, sum(root.select.map(costOfField)));
      if (root.kind === 'several') return under(root.count, sum(root.select.map(costOfField)));
      if (root.kind === 'page') return costOfPage(root.page);
      return root.kind === 'search' ? { records: root.search.first, depth: 1 } : NOTHING;
    }),
  );
}

function costOfPage(page: PageRequest): Cost {
  return sum(page.select.map((field) => costOfPageField(field, page.limit)));
}

function costOfPageField(field: PageField, limit: number): Cost {
  if (field.kind === 'nodes') return under(limit, sum(field.select.map(costOfField)));
  if (field.kind === 'edges') return under(limit, sum(field.select.map(costOfEdgeField)));
  if (field.kind === 'groupBy') return sum([{ records: COUNT_COST, depth: 1 }, under(field.groups.limit, sum(field.groups.select.map(costOfGroupField)))]);
  return field.kind === 'totalCount' || field.kind === 'aggregate' ? { records: COUNT_COST, depth: 1 } : { records: 1, depth: 1 };
}

function costOfEdgeField(field: EdgeField): Cost {
  return field.kind === 'node' ? sum(field.select.map(costOfField)) : NOTHING;
}

function costOfGroupField(field: GroupField): Cost {
  return field.kind === 'key' ? sum(field.select.map(costOfKey)) : NOTHING;
}

function costOfKey(field: KeyField): Cost {
  if (field.kind === 'within') return sum(field.select.map(costOfKey));
  return field.kind === 'record' ? under(1, sum(field.select.map(costOfField))) : NOTHING;
}

function costOfField(field: SelectedField): Cost {
  if (field.kind === 'one') return under(1, sum(field.select.map(costOfField)));
  if (field.kind === 'union') return under(1, sum(field.select.flatMap(({ select }) => select.map(costOfField))));
  return field.kind === 'page' ? costOfPage(field.page) : NOTHING;
}

function under(times: number, each: Cost): Cost {
  return { records: times * (1 + each.records), depth: 1 + each.depth };
}

function sum(costs: readonly Cost[]): Cost {
  return costs.reduce((left, right) => ({ records: left.records + right.records, depth: Math.max(left.depth, right.depth) }), NOTHING);
}
