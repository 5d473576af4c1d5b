import type { TypedFormula } from '@guanxi/formula';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Compilation, Table } from '../../compile/compilation.js';
import { fieldExpression } from '../../compile/field-expression.js';
import { compileTest, compileValue, type Beside } from '../../compile/record-formula.js';
import { fitValue } from './fit-value.js';
import type { SaveRule, SaveStep } from './save-rule.js';

type Condition = RawBuilder<boolean>;

/** The rows of a run before rules have looked at them. */
export interface BroughtRows {
  /** Seen as the platform sees it. */
  readonly table: Table;
  readonly compilation: Compilation;
  readonly isNew: boolean;
  /** The value that a stored field would have without any rule. */
  now(field: FieldModel): RawBuilder<unknown>;
  /** The value it has had; of new records nothing. */
  prior(field: FieldModel): RawBuilder<unknown>;
}

/** What the rules make of each row, over the joins that work it out. */
export interface RuledRows {
  readonly joins: readonly RawBuilder<unknown>[];
  /** By field that some rule may set: its value afterwards, and whether a rule has set it. */
  readonly set: ReadonlyMap<FieldModel, { readonly value: RawBuilder<unknown>; readonly isSet: Condition }>;
  /** text[]: the steps that refuse the row, and the fields that got a value they do not take. */
  readonly refused: RawBuilder<unknown>;
  readonly unfit: RawBuilder<unknown>;
}

/** One workflow after the other, each step over what the one before has left. */
export function compileSaveRules(rules: readonly SaveRule[], rows: BroughtRows): RuledRows {
  const compiler = new RuleCompiler(rows);
  for (const rule of rules) compiler.add(rule);
  return compiler.finish();
}

class RuleCompiler {
  private readonly joins: RawBuilder<unknown>[] = [];
  private readonly changed = new Map<FieldModel, { value: RawBuilder<unknown>; isSet: Condition }>();
  private readonly refusals: RawBuilder<unknown>[] = [];
  private readonly unfit: RawBuilder<unknown>[] = [];
  private kept = new Map<string, RawBuilder<unknown>>();

  constructor(private readonly rows: BroughtRows) {}

  add({ on, fields, when, steps }: SaveRule): void {
    const { isNew, prior } = this.rows;
    if (!on.includes(isNew ? 'create' : 'update')) return;
    this.kept = new Map();
    const differs = fields.map((field) => sql<boolean>`${this.valueOf(field)} is distinct from ${prior(field)}`);
    const asked = [...(isNew || differs.length === 0 ? [] : [sql<boolean>`(${sql.join(differs, sql` or `)})`]), ...(when ? [this.test(when)] : [])];
    this.follow(steps, asked.length === 0 ? sql<boolean>`true` : this.name(sql<boolean>`${sql.join(asked, sql` and `)}`));
  }

  finish(): RuledRows {
    return { joins: this.joins, set: this.changed, refused: textsOf(this.refusals), unfit: textsOf(this.unfit) };
  }

  /** Answers for which rows the workflow goes on behind these steps. */
  private follow(steps: readonly SaveStep[], reached: Condition): Condition {
    return steps.reduce((at, step) => (this.perform[step.kind] as (step: SaveStep, at: Condition) => Condition)(step, at), reached);
  }

  private readonly perform: { readonly [Kind in SaveStep['kind']]: (step: Extract<SaveStep, { kind: Kind }>, at: Condition) => Condition } = {
    set: ({ values }, at) => {
      const answers = values.map(({ formula }) => this.compile(formula));
      const alias = this.join(answers.map((answer, index) => sql`case when ${at} then ${answer} end as ${sql.id(`a${index}`)}`));
      const fitted = values.map(({ field, formula }, index) => fitValue(field, sql.id(alias, `a${index}`), formula.type));
      const next = this.join(values.flatMap(({ field }, index) => {
        const { value, fits } = fitted[index] as ReturnType<typeof fitValue>;
        return [sql`case when ${at} and ${fits} then ${value} else ${this.valueOf(field)} end as ${sql.id(`v${index}`)}`, sql`${at} and not ${fits} as ${sql.id(`u${index}`)}`];
      }));
      values.forEach(({ field }, index) => {
        const before = this.changed.get(field)?.isSet;
        this.unfit.push(sql`case when ${sql.id(next, `u${index}`)} then ${field.name}::text end`);
        this.changed.set(field, { value: sql.id(next, `v${index}`), isSet: before ? sql<boolean>`(${before} or ${at})` : at });
      });
      return at;
    },
    keep: ({ name, formula }, at) => {
      // Rows that do not come by here keep what another way, or an earlier step, has left under the name.
      const before = this.kept.get(name) ?? sql`null`;
      this.kept.set(name, sql.id(this.join([sql`case when ${at} then ${this.compile(formula)} else ${before} end as v`]), 'v'));
      return at;
    },
    refuse: ({ id }, at) => {
      this.refusals.push(sql`case when ${at} then ${id}::text end`);
      return sql<boolean>`false`;
    },
    ways: ({ ways }, at) => {
      const cases = ways.map(({ when }, index) => sql`when ${when ? this.test(when) : sql`true`} then ${sql.lit(index)}`);
      const taken = sql.id(this.join([sql`case when ${at} then case ${sql.join(cases, sql` `)} end end as way`]), 'way');
      const on = ways.map(({ steps }, index) => this.follow(steps, this.name(sql<boolean>`${taken} is not distinct from ${sql.lit(index)}`)));
      return this.name(sql<boolean>`${at} and (${sql.join([...on, sql`${taken} is null`], sql` or `)})`);
    },
    stop: () => sql<boolean>`false`,
  };

  private compile(formula: TypedFormula): RawBuilder<unknown> {
    return compileValue(formula, this.record(), this.rows.compilation, fieldExpression, this.beside());
  }

  private test(formula: TypedFormula): Condition {
    return sql<boolean>`coalesce(${compileTest(formula, this.record(), this.rows.compilation, fieldExpression, this.beside())}, false)`;
  }

  /** The record as the steps so far have left it. */
  private record(): Table {
    const { table, now } = this.rows;
    return this.withComputed(new Map(storedFields(table).map((field) => [field.name, this.changed.get(field)?.value ?? now(field)])));
  }

  private beside(): Beside {
    const { table, isNew, prior } = this.rows;
    const before = isNew ? this.record() : this.withComputed(new Map(storedFields(table).map((field) => [field.name, prior(field)])));
    return { prior: before, isNew: sql.lit(isNew), given: ([first, name = '']) => (first === '$Run' ? (this.kept.get(name) ?? sql`null`) : undefined) };
  }

  /** Columns that PostgreSQL will compute have to be worked out by hand here. */
  private withComputed(values: ReadonlyMap<string, RawBuilder<unknown>>): Table {
    const { table, compilation } = this.rows;
    const stored: Table = { ...table, alias: 'i', values };
    const computed = table.object.fields.flatMap((field) => (field.storage === 'generated' && field.formula ? [[field.name, compileValue(field.formula, stored, compilation, fieldExpression)] as const] : []));
    return { ...stored, values: new Map([...values, ...computed]) };
  }

  private valueOf(field: FieldModel): RawBuilder<unknown> {
    return this.changed.get(field)?.value ?? this.rows.now(field);
  }

  /** A condition under a short name, so that what follows does not repeat it. */
  private name(condition: Condition): Condition {
    return sql<boolean>`${sql.id(this.join([sql`${condition} as at`]), 'at')}`;
  }

  /** "offset 0" keeps PostgreSQL from putting the expressions back into every place that names them. */
  private join(columns: readonly RawBuilder<unknown>[]): string {
    const alias = this.rows.compilation.alias();
    this.joins.push(sql`cross join lateral (select ${sql.join(columns)} offset 0) as ${sql.id(alias)}`);
    return alias;
  }
}

export function storedFields({ object }: Table): readonly FieldModel[] {
  return object.fields.filter(({ storage }) => storage === 'column' || storage === 'maintained');
}

function textsOf(entries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return entries.length === 0 ? sql`'{}'::text[]` : sql`array_remove(array[${sql.join(entries)}], null)`;
}
