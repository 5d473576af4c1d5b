import { fieldType } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import type { DueRule } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { RecordValues } from '../../records/record-values.js';

/** Records that come in at the same moment of the play. */
export interface Scene {
  readonly at: Date;
  readonly rows: readonly RecordValues[];
}

interface ScriptRow {
  readonly id: string;
  readonly at: Date;
  readonly anchor: string;
  readonly values: RecordValues;
}

const PAGE = 5_000;

export interface Script {
  readonly rule: DueRule;
  /** Objects that are not on the stage: what points to them is left blank. */
  readonly empty: ReadonlySet<string>;
  /** Anchors from `from` (inclusive) to `until`. */
  readonly from: Date;
  readonly until: Date;
}

/** The related records of an elapsed-time rule in the order of their moments; a day's records come in at noon of the day. */
export async function* readScript(session: SqlSession, script: Script): AsyncGenerator<Scene> {
  let scene: { at: Date; rows: RecordValues[] } | undefined;
  for await (const { at, values } of readRows(session, script)) {
    if (scene && scene.at.getTime() !== at.getTime()) {
      yield scene;
      scene = undefined;
    }
    scene ??= { at, rows: [] };
    scene.rows.push(values);
  }
  if (scene) yield scene;
}

/** When a record of the rule's related object comes in, as SQL over its row called `source`. */
export function momentOf({ anchor, anchorColumn, place }: DueRule): RawBuilder<unknown> {
  const column = sql.id('source', anchorColumn);
  return anchor.kind === 'date' ? sql`((${column}::timestamp + interval '12 hours') at time zone ${place.timeZone}::text)` : sql`${column}`;
}

async function* readRows(session: SqlSession, { rule, empty, from, until }: Script): AsyncGenerator<ScriptRow> {
  const values = rule.anchor.source.fields.filter((field) => isPlayed(field, empty)).map((field) => sql`jsonb_build_object(${field.name}::text, ${valueOf(field)})`);
  let after: ScriptRow | undefined;
  for (;;) {
    const later: RawBuilder<unknown> = after ? sql`and (${momentOf(rule)}, source.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    const rows: ScriptRow[] = await session.run<ScriptRow>(sql`
      select source.id, ${momentOf(rule)} as at, ${sql.join(values, sql` || `)} as values from ${rule.sources} as source
      where source.deleted_at is null and ${momentOf(rule)} >= ${from}::timestamptz and ${momentOf(rule)} < ${until}::timestamptz ${later}
      order by 2, 1 limit ${PAGE}`);
    yield* rows;
    after = rows[PAGE - 1];
    if (!after) return;
  }
}

/** What a person or an import would have brought; the platform makes the rest anew. */
function isPlayed(field: FieldModel, empty: ReadonlySet<string>): boolean {
  return field.writable && fieldType(field.type).generated === undefined && !(field.target !== undefined && empty.has(field.target));
}

function valueOf({ type, column }: FieldModel): RawBuilder<unknown> {
  return sql`to_jsonb(${fieldType(type).toJson(sql.id('source', column))})`;
}
