import type { JsonValue } from '@guanxi/field-types';
import { objectPluralLabel, objectWord, type ObjectModel } from '@guanxi/metadata';
import {
  bindStatement, compileRowCount, compileRows, InputError, secretKeysOfSelection, sensitiveUses, usedFields, type PageField, type PageRequest, type SecretKeys, type Selection, type SensitiveUse, type Statement, type StatementInput,
} from '@guanxi/query';
import { getVariableValues, GraphQLError } from 'graphql';
import type { Actor } from '../../access/actor.js';
import type { Clock } from '../../config/clock.js';
import type { OrgDatabase } from '../../database/org-database.js';
import type { ValueCipher } from '../../encryption/value-cipher.js';
import { RecordsFailure } from '../../graphql/failure.js';
import { collectFields } from '../../graphql/request/collect-fields.js';
import { readQueryRoot } from '../../graphql/request/read-query.js';
import { Schemas, type OrgSchema } from '../../graphql/run/schemas.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import type { Models } from '../../metadata/models.js';
import { exportColumns, exportQuery, type ExportColumn } from './export-columns.js';
import { exportFaults } from './export-wording.js';
import { whereOf, type ListWish } from './list-wish.js';
import type { ExportTrail } from './export-trail.js';
import { Snapshot } from './snapshot.js';

/** A list that may be read, worked out and not yet read. */
export interface PlannedList {
  readonly object: ObjectModel;
  /** Of the object, in the reader's language. */
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: Statement;
  readonly count: Statement;
  readonly input: StatementInput;
  readonly secrets?: SecretKeys;
  /** Sensitive fields that it tells, or that it is filtered or ordered by. */
  readonly sensitive: readonly SensitiveUse[];
}

/** What reading lists needs of the world. */
export interface ListPorts {
  readonly models: Pick<Models, 'current' | 'refresh'>;
  readonly database: Pick<OrgDatabase, 'pool'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly cipher: Pick<ValueCipher, 'decrypt'>;
  /** Where it is written down that lists are read; absent where there is no trail. */
  readonly trail?: ExportTrail;
}

/** Reads whole lists, however long, with the rights of whoever asks: through the same reader and compiler as every request. */
export class ListReader {
  private readonly schemas = new Schemas();

  constructor(private readonly ports: ListPorts) {}

  /** Throws `ApiFailure` for what is not there or not this person's to read. */
  async plan(wish: ListWish, actor: Actor, fresh = false): Promise<PlannedList> {
    const { model, revision } = await (fresh ? this.ports.models.refresh(actor.org) : this.ports.models.current(actor.org));
    const object = actor.access.objects.has(wish.object) ? model.objectByName.get(wish.object) : undefined;
    if (!object) throw new ApiFailure('NOT_FOUND', { ...exportFaults.noObject, words: { name: wish.object } });
    if (actor.access.objects.get(object.name)?.export !== true) throw new ApiFailure('FORBIDDEN', { ...exportFaults.mayNot, words: { objects: objectPluralLabel(object, actor.locale) } });
    const found = exportColumns(object, wish.fields, { model, access: actor.access, locale: actor.locale });
    const unknown = found.flatMap((column) => ('unknown' in column ? [column.unknown] : []));
    if (unknown.length > 0) throw new ApiFailure('BAD_REQUEST', { ...exportFaults.noField, words: { object: objectWord(object), names: unknown.join(', ') } });
    const columns = found.filter((column): column is ExportColumn => !('unknown' in column));
    const schema = this.schemas.find(actor.org.schema, revision, model, actor.access);
    const { page, variables } = readList(exportQuery(object, columns), wish, schema);
    const list = { where: page.where, orderBy: page.orderBy, ...(page.search && { search: page.search }) };
    const select = selectionOf(page);
    const secrets = secretKeysOfSelection(select, object.name, model);
    return {
      object,
      title: objectPluralLabel(object, actor.locale),
      columns: wish.headings === 'titles' ? columns.map((column) => ({ ...column, heading: column.title })) : columns,
      rows: compileRows({ object: object.name, list, select }, schema.ground),
      count: compileRowCount({ object: object.name, list }, schema.ground),
      input: { variables, me: actor.userId, now: this.ports.clock.now(actor.org).toISOString(), timeZone: actor.timeZone, org: actor.org },
      sensitive: sensitiveUses(usedFields({ roots: [{ kind: 'page', key: 'list', object: object.name, page }] }, model), model),
      ...(secrets && { secrets }),
    };
  }

  /** Writes down, before anything of them goes out, that these lists are read. */
  async note(actor: Actor, list: PlannedList, snapshot: Snapshot, format: string): Promise<void> {
    const { trail } = this.ports;
    if (!trail) return;
    // Whoever takes sensitive values along is told with their number, even where nobody else asks for it.
    await trail.note(actor, list, format, list.sensitive.length > 0 ? await countRows(snapshot, list) : null);
  }

  /** Everything read from it is as of one moment. It holds a connection until it is closed. */
  open(): Promise<Snapshot> {
    return Snapshot.open(this.ports.database.pool, this.ports.cipher);
  }
}

/** The rows of a planned list as the values of its columns, some hundred at a time. */
export async function* readValues(snapshot: Snapshot, list: PlannedList): AsyncGenerator<readonly (readonly JsonValue[])[]> {
  for await (const rows of snapshot.rows({ text: list.rows.text, values: bind(list.rows, list.input) }, list.secrets)) {
    yield rows.map((row) => list.columns.map((column, index) => column.read(row[`c${index}`])));
  }
}

export async function countRows(snapshot: Snapshot, list: PlannedList): Promise<number> {
  return snapshot.count({ text: list.count.text, values: bind(list.count, list.input) });
}

function bind(statement: Statement, input: StatementInput): unknown[] {
  try {
    return bindStatement(statement, input);
  } catch (error) {
    throw error instanceof InputError ? new ApiFailure('BAD_REQUEST', error.message) : error;
  }
}

function readList(query: string, wish: ListWish, { schema, prepare }: OrgSchema): { readonly page: PageRequest; readonly variables: Readonly<Record<string, unknown>> } {
  const prepared = prepare(query, undefined);
  if ('errors' in prepared) throw new Error(`The query of an export is wrong: ${prepared.errors[0]?.message}`);
  const given = { where: whereOf(wish), orderBy: wish.orderBy ?? null, search: wish.search ?? null };
  const { coerced, errors } = getVariableValues(schema, prepared.operation.variableDefinitions ?? [], given, { maxErrors: 5 });
  if (errors) throw new ApiFailure('BAD_REQUEST', errors.map(({ message }) => message).join(' '));
  const context = { fragments: prepared.fragments, variables: coerced };
  const [entry] = collectFields([prepared.operation.selectionSet], context);
  try {
    const root = entry && readQueryRoot('list', entry[1], schema, context);
    if (root?.kind !== 'page') throw new Error('The query of an export is no list.');
    return { page: root.page, variables: coerced };
  } catch (error) {
    if (error instanceof RecordsFailure || error instanceof InputError || error instanceof GraphQLError) throw new ApiFailure('BAD_REQUEST', error.message);
    throw error;
  }
}

function selectionOf({ select }: PageRequest): Selection {
  const nodes = select.find((field): field is Extract<PageField, { kind: 'nodes' }> => field.kind === 'nodes');
  return nodes?.select ?? [];
}
