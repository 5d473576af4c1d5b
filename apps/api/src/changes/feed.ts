import { Injectable } from '@nestjs/common';
import type { JsonValue } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { originsOf } from '../tracing/origins.js';
import type { Org } from '../orgs/org.js';
import type { FeedPosition } from './cursor.js';
import { FeedEpochs } from './feed-epochs.js';
import { readSnapshot, type Snapshot } from './snapshot.js';

export type HistoryKind = 'created' | 'updated' | 'deleted' | 'restored';

/** A history row as it stands: nothing in it has been looked at with anybody's rights. */
export interface FeedRow {
  readonly id: string;
  /** The transaction that wrote it. */
  readonly xact: string;
  /** Stable id of the object. */
  readonly object: string;
  readonly recordId: string;
  readonly kind: HistoryKind;
  /** By field name: from, to. Values of encrypted fields are ciphers. */
  readonly changes: Readonly<Record<string, readonly [JsonValue, JsonValue]>>;
  readonly actorId: string | null;
  readonly source: string;
  readonly operationId: string | null;
  /** ISO instant. */
  readonly at: string;
}

export interface FeedPage {
  readonly rows: readonly FeedRow[];
  /** Where the next page begins. */
  readonly end: FeedPosition;
  readonly hasMore: boolean;
  /** The window that the rows come from: with the id of one of them it makes the position behind that row. */
  readonly window: { readonly seen?: Snapshot; readonly snapshot: Snapshot };
}

/**
 * All changes of an org's records, each once. A page tells what has been committed since the snapshot in the cursor, in the
 * order of the history's ids: who writes a record waits for who wrote it before, so the changes of one record are in
 * their true order. Nothing waits for long transactions: what they write comes when they commit.
 */
@Injectable()
export class ChangeFeed {
  constructor(
    private readonly database: OrgDatabase,
    private readonly epochs: FeedEpochs,
  ) {}

  /** Eight hexadecimal digits that every cursor of this org carries until its database is restored. */
  epoch(org: Org): Promise<string> {
    return this.epochs.current(org);
  }

  /** Behind everything that is committed by now. */
  async head(org: Org): Promise<FeedPosition> {
    const [row] = await this.database.session(org).run<{ snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
    return { seen: snapshotOf(row?.snapshot) };
  }

  /** The trace that a change was part of, as `traceparent` headers. */
  originsOf(org: Org, operationId: string): Promise<readonly string[]> {
    return originsOf(this.database.session(org), org.schema, [operationId]);
  }

  async read(org: Org, after: FeedPosition, limit: number): Promise<FeedPage> {
    const history = orgTable(org.schema, 'history');
    const { seen, window } = after;
    const isNew = seen ? sql`not pg_visible_in_snapshot(h.xact, ${seen.text}::pg_snapshot)` : sql`true`;
    // Rows are taken along the primary key, from the first one that may be new.
    const first = window
      ? sql`select ${window.id}::bigint + 1 as id`
      : seen
        ? sql`select min(id) as id from (select h.id from ${history} h where h.xact >= ${String(seen.xmin)}::xid8 and ${isNew} offset 0) n`
        : sql`select 0::bigint as id`;
    const among = window ? sql`pg_visible_in_snapshot(h.xact, ${window.snapshot.text}::pg_snapshot)` : sql`true`;
    const columns = sql`h.id::text as id, h.xact::text as xact, h.object, h.record_id as "recordId", h.kind, h.changes, h.actor_id as "actorId", h.source,
      h.operation_id as "operationId", to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
    const [answer] = await this.database.session(org).run<{ snapshot: string; rows: readonly FeedRow[] }>(sql`
      with first as materialized (${first})
      select pg_current_snapshot()::text as snapshot, coalesce((select json_agg(p order by p.id::bigint) from (
        select ${columns} from ${history} h where h.id >= (select id from first) and ${isNew} and ${among} order by h.id limit ${limit}) p), '[]') as rows`);
    const rows = answer?.rows ?? [];
    const snapshot = window?.snapshot ?? snapshotOf(answer?.snapshot);
    const last = rows.at(-1);
    const isFull = rows.length === limit;
    const end = isFull && last ? positionOf(last, { ...(seen && { seen }), snapshot }) : { seen: snapshot };
    // Behind an old window a newer one may begin.
    return { rows, end, hasMore: isFull || window !== undefined, window: { ...(seen && { seen }), snapshot } };
  }
}

/** The position behind a row of a page. */
export function positionOf(row: Pick<FeedRow, 'id'>, { seen, snapshot }: FeedPage['window']): FeedPosition {
  return { ...(seen && { seen }), window: { snapshot, id: row.id } };
}

function snapshotOf(text = ''): Snapshot {
  const snapshot = readSnapshot(text);
  if (!snapshot) throw new Error(`PostgreSQL told a snapshot that is none: ${text}`);
  return snapshot;
}
