import { Injectable } from '@nestjs/common';
import { countWord } from '@guanxi/field-types';
import type { Model, ObjectModel } from '@guanxi/metadata';
import { isRecordId, orgTable, recordTable, type OrgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { SqlSession } from '../database/sql-session.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { Operations } from '../operations/operations.js';
import { familyOf, keptIds, wantedIds, type PurgeWish } from './purge-family.js';
import { purgeFaults } from './purge-wording.js';
import { removeForGood } from './remove-for-good.js';

export interface PurgePreview {
  readonly records: number;
  readonly details: readonly { readonly object: string; readonly count: number }[];
  readonly comments: number;
  readonly files: number;
  readonly kept: number;
}

export interface PurgeResult {
  readonly records: number;
  readonly kept: number;
}

interface Place {
  readonly model: Model;
  readonly schema: string;
  readonly object: ObjectModel;
}

/** Named at once. */
const MOST_NAMED = 1_000;
/** In one transaction. */
const BATCH = 500;

/**
 * Deletes records of the recycle bin for good, with the details that belong to them, their comments, files and old values.
 * That they were there, and who did what when, stays in the history without values. Records that others need stay, and so do those on legal hold.
 */
@Injectable()
export class Purges {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly operations: Operations,
    private readonly clock: Clock,
  ) {}

  /** What would go. Throws `InputFailure` for a wish that says nothing. */
  async preview(actor: Actor, name: string, ids: readonly string[] | undefined, before: Date | undefined): Promise<PurgePreview> {
    const wish = readWish(ids, before);
    const place = await this.place(actor, name);
    const { model, schema, object } = place;
    const session = this.database.session(actor.org);
    const wanted = wantedIds(schema, object, wish);
    const counts = await this.count(session, place, wish);
    const [first, ...rest] = familyOf(model, schema, object, sql`select w.id from (${wanted}) w where w.id not in (${keptIds(model, schema, object, wanted)})`);
    if (!first) return { ...counts, details: [], comments: 0, files: 0 };
    const parts = [first, ...rest];
    const hanging = (table: OrgTable) => sql.join(parts.map((part) => sql`(select count(*) from ${orgTable(schema, table)} where object = ${part.object.id} and record_id in (${part.ids}))`), sql` + `);
    const [row] = await session.run<{ details: readonly number[]; comments: number; files: number }>(sql`
      select array[${sql.join(rest.length > 0 ? rest.map((part) => sql`(select count(*)::int from (${part.ids}) d)`) : [sql`0`])}] as details,
        (${hanging('comment')})::int as comments, (${hanging('attachment')})::int as files`);
    return { ...counts, details: addUp(rest.map((part, index) => [part.object.name, row?.details[index] ?? 0])), comments: row?.comments ?? 0, files: row?.files ?? 0 };
  }

  /** Batch by batch; one that fails leaves those before it done. Throws `ApiFailure` CONFLICT when there are not as many as expected. */
  async purge(actor: Actor, name: string, ids: readonly string[] | undefined, before: Date | undefined, expected: number): Promise<PurgeResult> {
    const wish = readWish(ids, before);
    const place = await this.place(actor, name);
    const counts = await this.count(this.database.session(actor.org), place, wish);
    if (counts.records !== expected) throw new ApiFailure('CONFLICT', { ...purgeFaults.changed, words: { found: countWord(counts.records), expected: countWord(expected) } });
    const operation = makeId();
    let records = 0;
    for (let isLeft = true; isLeft; ) {
      const gone = await this.database.transaction(actor.org, (tx) => this.batch(tx, place, wish));
      records += gone;
      isLeft = gone === BATCH;
    }
    const note = { id: operation, kind: 'purge', title: { object: place.object.name }, actor, at: this.clock.now(actor.org) } as const;
    if (records > 0) await this.operations.note(this.database.session(actor.org), note, { [place.object.id]: { deleted: records } });
    return { records, kept: counts.kept };
  }

  private async batch(tx: SqlSession, { model, schema, object }: Place, wish: PurgeWish): Promise<number> {
    const wanted = wantedIds(schema, object, wish);
    const rows = await tx.run<{ id: string }>(sql`select r.id from ${recordTable(schema, object)} r where r.id in (${wanted}) and r.id not in (${keptIds(model, schema, object, wanted)}) order by r.id limit ${BATCH} for update`);
    if (rows.length === 0) return 0;
    const roots = rows.map(({ id }) => id);
    const parts = familyOf(model, schema, object, sql`select unnest(${roots}::uuid[])`);
    const found: { readonly object: ObjectModel; readonly ids: readonly string[] }[] = [];
    for (const part of parts) found.push({ object: part.object, ids: (await tx.run<{ id: string }>(sql`select id from (${part.ids}) f (id)`)).map(({ id }) => id) });
    // Details before their masters.
    for (const part of found.reverse()) if (part.ids.length > 0) await removeForGood(tx, schema, part.object, part.ids);
    return roots.length;
  }

  private async count(session: SqlSession, { model, schema, object }: Place, wish: PurgeWish): Promise<PurgeResult> {
    const wanted = wantedIds(schema, object, wish);
    const [row] = await session.run<{ found: number; kept: number }>(sql`select (select count(*)::int from (${wanted}) w) as found, (select count(*)::int from (${keptIds(model, schema, object, wanted)}) n) as kept`);
    return { records: (row?.found ?? 0) - (row?.kept ?? 0), kept: row?.kept ?? 0 };
  }

  private async place({ org, access }: Actor, name: string): Promise<Place> {
    const { model } = await this.models.current(org);
    const object = model.objectByName.get(name);
    if (!object || object.platform || access.objects.get(name)?.delete !== 'all') throw new InputFailure([{ path: '/object', code: 'object', said: { ...purgeFaults.noObject, words: { name } } }]);
    return { model, schema: org.schema, object };
  }
}

function readWish(ids: readonly string[] | undefined, before: Date | undefined): PurgeWish {
  if ((ids === undefined) === (before === undefined)) throw new InputFailure([{ path: '/ids', code: 'which', said: purgeFaults.which }]);
  if (ids && ids.length > MOST_NAMED) throw new InputFailure([{ path: '/ids', code: 'tooMany', said: { ...purgeFaults.tooMany, words: { limit: String(MOST_NAMED) } } }]);
  return before ? { before } : { ids: (ids ?? []).filter(isRecordId) };
}

/** An object may be below the wanted one in several ways. */
function addUp(counts: readonly (readonly [string, number])[]): PurgePreview['details'] {
  const sums = new Map<string, number>();
  for (const [object, count] of counts) sums.set(object, (sums.get(object) ?? 0) + count);
  return [...sums].filter(([, count]) => count > 0).map(([object, count]) => ({ object, count }));
}
