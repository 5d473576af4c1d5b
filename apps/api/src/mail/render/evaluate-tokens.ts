import { fieldType, type JsonValue } from '@guanxi/field-types';
import { evaluateFormula, type TypedFormula } from '@guanxi/formula';
import { recordTable } from '@guanxi/query';
import { RecordExpressions, storedObject, type OrgPlace } from '@guanxi/workflow';
import type { ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { MessageToken } from './read-tokens.js';

/** One message that is to be made. */
export interface MessageTarget {
  readonly key: string;
  /** Absent for a message that is about no record. */
  readonly recordId?: string;
  readonly recipient: { readonly name: string; readonly address: string };
}

/** What a message knows beside the record and whoever gets it. */
export interface MessageSurroundings {
  readonly sender: { readonly name: string; readonly address: string };
  readonly org: { readonly name: string; readonly currency: string; readonly timeZone: string };
  readonly now: Date;
}

/** By the text of the token. */
export type TokenValues = ReadonlyMap<string, { readonly value: JsonValue; readonly currency?: string }>;

interface Work {
  readonly session: SqlSession;
  readonly place: OrgPlace;
  /** Of the records; absent for messages about none. */
  readonly object?: ObjectModel;
  readonly tokens: ReadonlyMap<string, MessageToken>;
  readonly surroundings: MessageSurroundings;
}

/** The values of all tokens for all targets, in one statement. A target whose record is gone is missing in the answer. */
export async function evaluateTokens(targets: readonly MessageTarget[], { session, place, object, tokens, surroundings }: Work): Promise<ReadonlyMap<string, TokenValues>> {
  const list = [...tokens.values()];
  if (!object) return new Map(targets.map((target) => [target.key, evaluateHere(target, list, surroundings)]));
  const given = givenNames(surroundings);
  const expressions = new RecordExpressions(place, object, 'record', ([first, name]) => given[`${first ?? ''}.${name ?? ''}`]);
  const columns = list.flatMap((token, index) => [
    sql`jsonb_build_object(${`v${index}`}::text, ${compile(token, expressions)})`,
    ...(token.currency ? [sql`jsonb_build_object(${`c${index}`}::text, ${expressions.compileValue(token.currency)})`] : []),
  ]);
  const rows = await session.run<{ key: string; values: Readonly<Record<string, JsonValue>> }>(sql`
    select target.key, ${columns.length > 0 ? sql.join(columns, sql` || `) : sql`'{}'::jsonb`} as values
    from unnest(${targets.map(({ key }) => key)}::text[], ${targets.map(({ recordId }) => recordId ?? null)}::uuid[],
      ${targets.map(({ recipient }) => recipient.name)}::text[], ${targets.map(({ recipient }) => recipient.address)}::text[]) as target(key, record_id, recipient_name, recipient_address)
    join ${recordTable(place.schema, storedObject(place, object))} as record on record.id = target.record_id ${expressions.joins()}
    where record.deleted_at is null`);
  return new Map(rows.map(({ key, values }) => [key, new Map(list.map((token, index) => [token.text, readValue(values, index)]))]));
}

function readValue(values: Readonly<Record<string, JsonValue>>, index: number): { readonly value: JsonValue; readonly currency?: string } {
  const currency = values[`c${index}`];
  return { value: values[`v${index}`] ?? null, ...(typeof currency === 'string' && { currency }) };
}

/** A field whose value has pieces, or marks of its own, is written as people read it. */
function compile({ formula, field }: MessageToken, expressions: RecordExpressions): RawBuilder<unknown> {
  const kind = field && fieldType(field.value.type);
  if (formula.root.kind !== 'reference' || kind?.formulaType !== 'text' || !kind.text) return expressions.compileValue(formula);
  return sql`to_jsonb((${kind.text(expressions.column(formula.root.path))})::text)`;
}

function givenNames({ sender, org }: MessageSurroundings): Readonly<Record<string, RawBuilder<unknown>>> {
  return {
    '$Recipient.name': sql`target.recipient_name`,
    '$Recipient.email': sql`target.recipient_address`,
    ...Object.fromEntries(Object.entries(plainNames(sender, org)).map(([name, value]) => [name, sql`${value}::text`])),
  };
}

function plainNames(sender: MessageSurroundings['sender'], org: MessageSurroundings['org']): Readonly<Record<string, string>> {
  return { '$Sender.name': sender.name, '$Sender.email': sender.address, '$Org.name': org.name, '$Org.currency': org.currency, '$Org.timeZone': org.timeZone };
}

/** Without a record there is nothing to ask the database for. */
function evaluateHere({ recipient }: MessageTarget, tokens: readonly MessageToken[], { sender, org, now }: MessageSurroundings): TokenValues {
  const names: Readonly<Record<string, string>> = { ...plainNames(sender, org), '$Recipient.name': recipient.name, '$Recipient.email': recipient.address };
  const evaluate = (formula: TypedFormula): JsonValue => evaluateFormula(formula, (path) => names[path.join('.')], { now: now.toISOString(), timeZone: org.timeZone }) as JsonValue;
  return new Map(tokens.map(({ text, formula }) => [text, { value: evaluate(formula) }]));
}
