import { graphqlNames, valueName, type FieldDescription, type ObjectDescription } from '@guanxi/metadata';
import type { Operation, Where } from '../records/record-queries.js';
import { allOf } from '../records/view-conditions.js';
import type { TotalKind } from './total-kinds.js';

export interface WantedTotal { readonly field: FieldDescription; readonly kind: TotalKind }

type Asked = Pick<ObjectDescription, 'name' | 'singular' | 'plural'>;

export interface TotalsAnswer {
  readonly totals?: { readonly aggregate: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  readonly [counted: `counted_${string}`]: { readonly totalCount: number };
}

/** Everything that stands under the columns of a list, in one operation. */
export function totalsQuery(object: Asked, { where, search, wanted }: { readonly where: Where | undefined; readonly search: string | undefined; readonly wanted: readonly WantedTotal[] }): Operation {
  const names = graphqlNames(object);
  const variables: Record<string, unknown> = {};
  const heads: string[] = [];
  const argument = (name: string, type: string, variable: string, value: unknown) => {
    if (value === undefined) return [];
    if (!(variable in variables)) heads.push(`$${variable}: ${type}`);
    variables[variable] = value;
    return [`${name}: $${variable}`];
  };
  const list = (key: string, condition: Where | undefined, selection: string) => {
    const args = [...argument('where', names.where, `where_${key}`, condition), ...argument('search', 'String', 'search', search)];
    return `${key}: ${names.many}${args.length > 0 ? `(${args.join(', ')})` : ''} { ${selection} }`;
  };
  const measured = (['sum', 'avg', 'min', 'max'] as const).flatMap((kind) => {
    const fields = wanted.filter((one) => one.kind === kind).map(({ field }) => field.name);
    return fields.length > 0 ? [`${kind} { ${fields.join(' ')} }`] : [];
  });
  const counted = wanted.filter(({ kind }) => kind === 'filled' || kind === 'blank');
  const pieces = [
    ...(measured.length > 0 ? [list('totals', where, `aggregate { ${measured.join(' ')} }`)] : []),
    ...counted.map(({ field, kind }) => list(`counted_${field.name}`, allOf([where, { [valueName(field)]: { isBlank: kind === 'blank' } }]), 'totalCount')),
  ];
  return { query: `query Totals${heads.length > 0 ? `(${heads.join(', ')})` : ''} { ${pieces.join(' ')} }`, variables };
}

/** One total out of the answer; undefined while it is not there. */
export function totalIn(answer: TotalsAnswer | undefined, { field, kind }: WantedTotal): unknown {
  if (kind === 'filled' || kind === 'blank') return answer?.[`counted_${field.name}`]?.totalCount;
  return answer?.totals?.aggregate[kind]?.[field.name];
}
