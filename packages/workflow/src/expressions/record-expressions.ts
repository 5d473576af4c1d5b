import { fieldType, type FieldPart } from '@guanxi/field-types';
import { compileCondition, compileFormula, type FormulaType, type SqlScope, type TypedFormula } from '@guanxi/formula';
import type { FieldModel, ObjectModel } from '@guanxi/metadata';
import { recordTable, recordValue, type OrgFacts } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { joinRecordAsOf, recordsAtChanges } from '../past/record-as-of.js';
import { fieldsAlong, ORG } from './record-scope.js';
import { storedField, storedObject, type OrgPlace } from './record-place.js';
import { typedText } from './run-values.js';

/** Turns formulas over the records of one object into SQL, and gathers the joins they need on the way. */
export class RecordExpressions {
  /** Alias by path. */
  private readonly joined = new Map<string, string>();
  private readonly clauses: (() => RawBuilder<unknown>)[] = [];
  /** Names of the fields that are read, by alias; null where it cannot be told, since a formula works them out. */
  private readonly read = new Map<string, Set<string> | null>();

  /** `alias` is what the records are called in the statement's FROM. */
  constructor(
    private readonly place: OrgPlace,
    private readonly object: ObjectModel,
    private readonly alias: string,
    /** Expressions for names that are of no record, as `$Recipient.name`. */
    private readonly given: (path: readonly string[]) => RawBuilder<unknown> | undefined = () => undefined,
    /** Alias of the row of history that the save of the record left, where formulas may ask what was before it. */
    private readonly saved?: string,
  ) {}

  /** Whether a true-or-false formula holds; null stands for false. */
  compileCondition(formula: TypedFormula): RawBuilder<unknown> {
    return compileCondition(formula, this.scope());
  }

  /** The formula's value, of its own type. */
  compile(formula: TypedFormula): RawBuilder<unknown> {
    return compileFormula(formula, this.scope());
  }

  /** The formula's value as JSON, in the form that travels: numbers, dates and instants as text, a blank as null. */
  compileValue(formula: TypedFormula): RawBuilder<unknown> {
    return toJson(this.compile(formula), formula.type);
  }

  /** The same for a column of its own, which the driver reads into the same value. */
  compileColumn(formula: TypedFormula): RawBuilder<unknown> {
    const value = this.compile(formula);
    return (columnOf[formula.type] ?? asText)(value);
  }

  /** What a formula read to come to its answer, as a JSON object by path: enough to trace it later. */
  compileFacts({ references }: Pick<TypedFormula, 'references'>): RawBuilder<unknown> {
    const pairs = references.map((path) => sql`${path.join('.')}::text, ${this.readValue(path)}`);
    return pairs.length > 0 ? sql`jsonb_build_object(${sql.join(pairs)})` : sql`'{}'::jsonb`;
  }

  /** Complete only once everything is compiled. */
  joins(): RawBuilder<unknown> {
    return this.clauses.length > 0 ? sql.join(this.clauses.map((clause) => clause()), sql` `) : sql``;
  }

  /** The records themselves as a join on `id`: as they are, or as the place says they were. Complete only once everything is compiled. */
  records(id: RawBuilder<unknown>, laidOver?: RawBuilder<unknown>): RawBuilder<unknown> {
    return this.recordOf(this.alias, storedObject(this.place, this.object), id, laidOver);
  }

  /** Rows of history, called `history`, with the records as each change left them. Complete only once everything is compiled. */
  recordsAtChanges(condition: RawBuilder<unknown>): RawBuilder<unknown> {
    const fields = this.read.get(this.alias);
    return recordsAtChanges({ schema: this.place.schema, object: storedObject(this.place, this.object), alias: this.alias, condition, fields: fields === null ? undefined : (fields ?? new Set()) });
  }

  private recordOf(alias: string, object: ObjectModel, id: RawBuilder<unknown>, laidOver?: RawBuilder<unknown>): RawBuilder<unknown> {
    const { schema, asOf } = this.place;
    const fields = this.read.get(alias);
    const isAsNow = fields === undefined && laidOver === undefined;
    if (asOf === undefined || object.platform || isAsNow) return sql`left join ${recordTable(schema, object)} as ${sql.id(alias)} on ${sql.id(alias, 'id')} = ${id}`;
    return joinRecordAsOf({ schema, object, alias, id, at: asOf, fields: fields === null ? undefined : (fields ?? new Set()), ...(laidOver && { laidOver }) });
  }

  private scope(): SqlScope {
    return { column: (path) => this.column(path), now: this.place.now, timeZone: sql`${this.place.timeZone}::text`, ...(this.saved !== undefined && this.priorTo(this.saved)) };
  }

  private priorTo(saved: string): Pick<SqlScope, 'isNew' | 'prior'> {
    return {
      isNew: sql`(${sql.id(saved, 'kind')} = 'created')`,
      prior: (path) => {
        const { fields: [field] } = this.along(path);
        if (!field) throw new RangeError('A reference has at least one part.');
        const change = sql`${sql.id(saved, 'changes')} -> ${storedField(this.place, this.object, field).name}::text`;
        const was = typedText[fieldType(field.value.type).formulaType](sql`(${change} ->> 0)`);
        return sql`case when ${sql.id(saved, 'changes')} ? ${storedField(this.place, this.object, field).name}::text then ${was} else ${this.column(path)} end`;
      },
    };
  }

  /** The value at the end of a path, of the field's own type. */
  column(path: readonly string[]): RawBuilder<unknown> {
    const given = this.given(path);
    if (given) return given;
    if (path[0] === ORG) return sql`${this.place.org[path[1] as keyof OrgFacts]}::text`;
    const { fields, part } = this.along(path);
    const last = fields.length - 1;
    let [alias, object] = [this.alias, this.object];
    for (const [index, field] of fields.entries()) {
      const column = this.valueOf(alias, object, field);
      if (index === last) return part ? part.extract(column) : column;
      const target = this.targetOf(field);
      alias = this.join(path.slice(0, index + 1), target, column);
      object = target;
    }
    throw new RangeError('A reference has at least one part.');
  }

  private valueOf(alias: string, object: ObjectModel, field: FieldModel): RawBuilder<unknown> {
    const { stored: model, schema, now, timeZone, org } = this.place;
    const stored = storedField(this.place, object, field);
    this.noteRead(alias, stored);
    return recordValue(storedObject(this.place, object), alias, stored, { model, schema, now, timeZone: sql`${timeZone}::text`, org });
  }

  private readValue(path: readonly string[]): RawBuilder<unknown> {
    if (path[0] === ORG) return toJson(this.column(path), 'text');
    const { fields, part } = this.along(path);
    return toJson(this.column(path), part?.formulaType ?? fieldType(fields.at(-1)?.value.type ?? 'text').formulaType);
  }

  /** The fields along a path, and the piece of the last one's value that it ends at. */
  private along(path: readonly string[]): { readonly fields: readonly FieldModel[]; readonly part?: FieldPart } {
    const fields = fieldsAlong(this.place.named, this.object, path);
    if (fields) return { fields };
    const whole = fieldsAlong(this.place.named, this.object, path.slice(0, -1));
    const part = fieldType(whole?.at(-1)?.value.type ?? 'text').parts?.[path.at(-1) ?? ''];
    if (!whole || !part) throw new RangeError(`${path.join('.')} was not checked against ${this.object.name}.`);
    return { fields: whole, part };
  }

  private targetOf(field: FieldModel): ObjectModel {
    const target = this.place.named.objectByName.get(field.target ?? '');
    if (!target) throw new RangeError(`${field.name} points to nothing.`);
    return target;
  }

  private join(path: readonly string[], target: ObjectModel, column: RawBuilder<unknown>): string {
    const key = path.join('.');
    const known = this.joined.get(key);
    if (known) return known;
    const alias = `${this.alias}_${this.joined.size + 1}`;
    this.joined.set(key, alias);
    this.clauses.push(() => this.recordOf(alias, storedObject(this.place, target), column));
    return alias;
  }

  private noteRead(alias: string, { name, storage }: FieldModel): void {
    const known = this.read.get(alias);
    if (storage !== 'column') this.read.set(alias, null);
    else if (known !== null) this.read.set(alias, (known ?? new Set()).add(name));
  }
}

const instantFormat = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

type Written = (value: RawBuilder<unknown>) => RawBuilder<unknown>;

const writeInstant: Written = (value) => sql`to_char((${value}) at time zone 'UTC', ${sql.lit(instantFormat)})`;
const asText: Written = (value) => sql`(${value})::text`;

const columnOf: Partial<Record<FormulaType, Written>> = {
  boolean: (value) => sql`(${value})::boolean`,
  multipicklist: (value) => sql`to_jsonb(${value})`,
  location: (value) => sql`to_jsonb(${value})`,
  datetime: writeInstant,
};

const jsonOf: Partial<Record<FormulaType, Written>> = {
  boolean: (value) => sql`to_jsonb(${value})`,
  multipicklist: (value) => sql`to_jsonb(${value})`,
  location: (value) => sql`to_jsonb(${value})`,
  datetime: (value) => sql`to_jsonb(${writeInstant(value)})`,
};

function toJson(value: RawBuilder<unknown>, type: FormulaType): RawBuilder<unknown> {
  return jsonOf[type]?.(value) ?? sql`to_jsonb(${asText(value)})`;
}
