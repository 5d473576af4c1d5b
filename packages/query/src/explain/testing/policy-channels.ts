import type { Model } from '@guanxi/metadata';
import type { Access, Reach } from '../../access/access.js';
import { resolveAccess } from '../../access/resolve-access.js';
import { compileReach } from '../../compile/compile-reach.js';
import { assembleAnswer, compileRead } from '../../compile/compile-read.js';
import { compileRows } from '../../compile/compile-rows.js';
import { EVERYTHING, type Condition } from '../../request/condition.js';
import { constant } from '../../request/operand.js';
import type { PageRequest, RootRead, Selection } from '../../request/read-request.js';
import { bindStatement, type Statement } from '../../statement/statement.js';
import { compileDelete, compileRestore } from '../../write/compile-delete.js';
import { compileFound } from '../../write/compile-found.js';
import { compileNames } from '../../write/compile-names.js';
import { compileUpdate } from '../../write/compile-update.js';
import { readWriteAnswer, type WriteProblem } from '../../write/write-request.js';
import { type ObjectName, type PolicyPerson, type PolicyRecord, type RandomPolicy } from './random-policy.js';

export interface Asked {
  query<Row extends object>(query: { readonly text: string; readonly values: unknown[] }): Promise<{ readonly rows: readonly Row[] }>;
}

export interface PolicyPlace {
  readonly pool: Asked;
  readonly schema: string;
  readonly policy: RandomPolicy;
  readonly model: Model;
}

const MANY = 100_000;
const id: Selection = [{ kind: 'value', key: 'id', field: 'id' }];
const relations: Readonly<Partial<Record<ObjectName, { readonly name: string; readonly object: ObjectName }>>> = { Account: { name: 'deals', object: 'Deal' }, Deal: { name: 'visits', object: 'Visit' } };

const reaches: readonly Reach[] = ['narrow', 'wide', 'few', 'most', 'own', 'handful'];

/** People with the same rights look for records alike, so that they share their statements; how wide their reach is taken for must not change what they find. */
export function accessOf({ model, policy }: PolicyPlace, person: PolicyPerson): Access {
  const { key, ...access } = resolveAccess(model, person.holds, { userId: person.id, admin: person.admin, partner: person.partner });
  const alike = ({ holds, admin, partner }: PolicyPerson) => JSON.stringify([admin, partner, [...holds].sort()]);
  const reach = reaches[policy.people.findIndex((other) => alike(other) === alike(person)) % reaches.length] ?? 'wide';
  return { ...access, reach, key: `${key} ${reach}` };
}

const compiled = new WeakMap<PolicyPlace, Map<string, Statement>>();

/** Every way of the product to come by records, for one person: by channel, the ids that it tells of. */
export class PolicyChannels {
  constructor(private readonly place: PolicyPlace, private readonly access: Access) {}

  /** Compiled once for all who have the same rights, as the product keeps it. */
  private compiled<S extends Statement>(way: string, make: () => S): S {
    const kept = compiled.get(this.place) ?? new Map<string, Statement>();
    compiled.set(this.place, kept);
    const key = `${way} ${this.access.key}`;
    const statement = (kept.get(key) as S | undefined) ?? make();
    kept.set(key, statement);
    return statement;
  }

  private get ground() {
    return { model: this.place.model, access: this.access, schema: this.place.schema };
  }

  values(statement: Statement, variables: Readonly<Record<string, unknown>> = {}): unknown[] {
    return bindStatement(statement, { variables, me: this.access.userId, now: this.place.policy.now, timeZone: 'UTC' });
  }

  async rows<Row extends object>(statement: Statement, variables: Readonly<Record<string, unknown>> = {}): Promise<readonly Row[]> {
    return (await this.place.pool.query<Row>({ text: statement.text, values: this.values(statement, variables) })).rows;
  }

  /** What one operation reads of an object: lists, single records, relations, filters, aggregates, groups, search. */
  async read(object: ObjectName): Promise<ReadAnswer> {
    const statement = this.compiled(`read ${object}`, () => compileRead({ roots: this.rootsOf(object) }, this.ground));
    const { rows } = await this.place.pool.query<(string | null)[]>({ rowMode: 'array', text: statement.text, values: this.values(statement) } as never);
    return JSON.parse(`{${assembleAnswer(statement, rows[0] ?? [])}}`) as ReadAnswer;
  }

  private rootsOf(object: ObjectName): RootRead[] {
    const records = this.place.policy.records.filter((record) => record.object === object);
    const relation = relations[object];
    const related = relation && this.access.objects.has(relation.object) ? relation : undefined;
    const nodes: Selection = related ? [...id, { kind: 'page', key: 'related', relation: related.name, page: page(EVERYTHING, [{ kind: 'nodes', key: 'nodes', select: id }, { kind: 'totalCount', key: 'totalCount' }]) }] : id;
    const grouped = this.access.objects.get(object)?.readableFields.has('region') === true;
    const whole: PageRequest['select'] = [
      { kind: 'nodes', key: 'nodes', select: nodes }, { kind: 'totalCount', key: 'totalCount' },
      { kind: 'aggregate', key: 'aggregate', select: [{ kind: 'count', key: 'count' }] },
      ...(grouped ? [{ kind: 'groupBy', key: 'groups', groups: byRegion } as const] : []),
    ];
    const some = (quantifier: 'some' | 'none'): RootRead => list(quantifier, object, { relation: related?.name ?? '', quantifier, where: EVERYTHING });
    return [
      { kind: 'page', key: 'list', object, page: page(EVERYTHING, whole) },
      { kind: 'several', key: 'several', object, ids: constant(records.map((record) => record.id)), count: records.length, select: id },
      ...records.slice(0, 3).map((record, index): RootRead => ({ kind: 'one', key: `one${String(index)}`, object, id: constant(record.id), select: id })),
      ...(related ? [some('some'), some('none')] : []),
      { kind: 'page', key: 'words', object, page: { ...page(EVERYTHING, [{ kind: 'nodes', key: 'nodes', select: id }]), search: constant('beta') } },
      { kind: 'search', key: 'search', search: { text: constant('alpha'), words: 1, objects: [object], first: MANY, select: [{ kind: 'id', key: 'id' }, { kind: 'match', key: 'match' }] } },
    ];
  }

  async exported(object: ObjectName): Promise<string[]> {
    const statement = this.compiled(`export ${object}`, () => compileRows({ object, list: { where: EVERYTHING, orderBy: [] }, select: id }, this.ground));
    return (await this.rows<{ json: string }>(statement)).map(({ json }) => (JSON.parse(json) as { id: string }).id);
  }

  /** What followers of changes hear of; the living first, then those in the bin. */
  async followed(object: ObjectName, ids: readonly string[]): Promise<readonly { id: string; alive: boolean }[]> {
    return this.rows(this.compiled(`feed ${object}`, () => compileReach(object, this.ground)), { ids });
  }

  async named(object: ObjectName, ids: readonly string[]): Promise<string[]> {
    return (await this.rows<{ id: string }>(this.compiled(`names ${object}`, () => compileNames(object, this.ground)), { ids })).map((row) => row.id);
  }

  async found(object: ObjectName): Promise<string[]> {
    return (await this.rows<{ id: string }>(this.compiled(`bulk ${object}`, () => compileFound({ object, where: EVERYTHING }, this.ground)))).map((row) => row.id);
  }

  /** What a write of each of these records would be refused for; nothing is written. `records`: one array for everybody who is asked about. */
  async refused(kind: keyof typeof WRITES, object: ObjectName, records: readonly PolicyRecord[]): Promise<ReadonlyMap<string, string>> {
    const statement = this.compiled(`${kind} ${object}`, () => WRITES[kind]({ object, fields: kind === 'edit' ? ['name'] : [], select: [], answer: 'many', checkOnly: true }, this.ground));
    const variables = { rows: kind === 'edit' ? renamed(records) : untouched(records), at: this.place.policy.now, actor: this.access.userId, source: 'api', operation: this.access.userId };
    const [row = {}] = await this.rows<Record<string, string | null>>(statement, variables);
    const { problems } = readWriteAnswer(Object.values(row));
    const found = JSON.parse(problems ?? '[]') as WriteProblem[];
    return new Map(found.filter(({ code }) => code === 'NOT_FOUND' || code === 'FORBIDDEN').map(({ row: at, code }) => [records[at ?? -1]?.id ?? '', code]));
  }
}

const renamed = written({ name: 'changed' });
const untouched = written({});

/** The rows that a write gets, made once for a list of records. */
function written(values: object): (records: readonly PolicyRecord[]) => string {
  const known = new WeakMap<readonly PolicyRecord[], string>();
  return (records) => {
    const rows = known.get(records) ?? JSON.stringify(records.map(({ id: _id }, index) => ({ _row: index, _id, ...values })));
    known.set(records, rows);
    return rows;
  };
}

const WRITES = { edit: compileUpdate, delete: compileDelete, restore: compileRestore };

export interface ReadAnswer {
  readonly list: {
    readonly nodes: readonly { readonly id: string; readonly related?: { readonly nodes: readonly { readonly id: string }[]; readonly totalCount: number } }[];
    readonly totalCount: number;
    readonly aggregate: { readonly count: number };
    readonly groups?: readonly { readonly key: { readonly region: string | null }; readonly count: number }[];
  };
  readonly several: readonly { readonly id: string }[];
  readonly some?: { readonly nodes: readonly { readonly id: string }[] };
  readonly none?: { readonly nodes: readonly { readonly id: string }[] };
  readonly words: { readonly nodes: readonly { readonly id: string }[] };
  readonly search: readonly { readonly id: string; readonly match: string }[];
  readonly [one: `one${number}`]: { readonly id: string } | null;
}

const byRegion = {
  by: [{ path: ['region'] }], having: [], orderBy: [], limit: MANY,
  select: [{ kind: 'key', key: 'key', select: [{ kind: 'value', key: 'region', place: { path: ['region'] } }] }, { kind: 'count', key: 'count' }],
} as const;

function page(where: Condition, select: PageRequest['select']): PageRequest {
  return { where, orderBy: [], direction: 'forwards', limit: MANY, select };
}

function list(key: string, object: ObjectName, where: Condition): RootRead {
  return { kind: 'page', key, object, page: page(where, [{ kind: 'nodes', key: 'nodes', select: id }]) };
}

