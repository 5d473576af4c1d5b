import type { JsonValue } from '@guanxi/field-types';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate as isId } from 'uuid';
import type { SqlSession } from '../database/sql-session.js';
import { canonicalJson } from './canonical-json.js';
import type { TrailKind } from './trail-kinds.js';

export type TrailSubjectKind = 'user' | 'session' | 'key' | 'permissionSet' | 'role' | 'team' | 'object' | 'record' | 'export' | 'org' | 'client' | 'provider' | 'webhook' | 'setting' | 'import' | 'backup';

export interface TrailSubject {
  readonly kind: TrailSubjectKind;
  readonly id: string;
  readonly name?: string;
}

/** Something that happened. Never with a secret, nor with a value of a record's field. */
export interface TrailEntry {
  /** Whose chain it goes to; null: that of the installation. */
  readonly orgId: string | null;
  /** Null: nobody who is known, or the platform itself. */
  readonly actorId: string | null;
  readonly kind: TrailKind;
  readonly subject?: TrailSubject;
  readonly detail?: Readonly<Record<string, JsonValue>>;
  readonly address?: string;
  readonly userAgent?: string;
}

interface Waiting {
  readonly row: Row;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

type Row = Readonly<Record<'org_id' | 'actor_id' | 'kind' | 'subject_kind' | 'subject_id' | 'subject_name' | 'detail' | 'address' | 'user_agent', string | null>>;
/** A transaction that an entry stands or falls with. */
type Within = EntityManager | SqlSession;

const MOST_AT_ONCE = 500;
const LONGEST_NAME = 400;

const INSERT = `insert into guanxi.trail (org_id, actor_id, kind, subject_kind, subject_id, subject_name, detail, address, user_agent)
  select org_id, actor_id, kind, subject_kind, subject_id, subject_name, detail::json, address, user_agent
  from json_to_recordset($1::json) as entry(org_id uuid, actor_id uuid, kind text, subject_kind text, subject_id text, subject_name text, detail text, address text, user_agent text)`;

/**
 * Writes down what happened. `within` a transaction the entry stands or falls with it. Without one it is on the disk when the
 * promise is kept: entries that come while others are being written go together in one transaction after them.
 */
@Injectable()
export class Trail {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(private readonly source: DataSource) {}

  async note(entry: TrailEntry, within?: Within): Promise<void> {
    const row = makeRow(entry);
    if (within) return insertWithin(within, [row]);
    return new Promise<void>((done, failed) => {
      this.waiting.push({ row, done, failed });
      if (!this.isWriting) void this.writeWaiting();
    });
  }

  private async writeWaiting(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.write(batch);
      } catch {
        // One that cannot be written takes none of the others along.
        for (const one of batch) await this.write([one]).catch(one.failed);
      }
    }
    this.isWriting = false;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    await this.source.query(INSERT, [JSON.stringify(batch.map(({ row }) => row))]);
    for (const { done } of batch) done();
  }
}

async function insertWithin(within: Within, rows: readonly Row[]): Promise<void> {
  const values = [JSON.stringify(rows)];
  if ('run' in within) await within.run({ text: INSERT, values });
  else await within.query(INSERT, values);
}

function makeRow({ orgId, actorId, kind, subject, detail = {}, address, userAgent }: TrailEntry): Row {
  return {
    org_id: orgId, actor_id: actorId, kind,
    subject_kind: subject?.kind ?? null, subject_id: clean(subject?.id), subject_name: subject && isPersonal(subject) ? null : clean(subject?.name),
    detail: canonicalJson(detail), address: clean(address), user_agent: clean(userAgent),
  };
}

/** What people and records are called may have to be forgotten, and the trail forgets nothing: their present name is looked up by the id. */
function isPersonal({ kind, id }: TrailSubject): boolean {
  return (kind === 'user' || kind === 'record') && isId(id);
}

/** Names and headers come from outside: what PostgreSQL cannot keep goes, and so does what no name needs. */
function clean(text: string | undefined): string | null {
  return text === undefined ? null : text.replaceAll('\u0000', '').toWellFormed().slice(0, LONGEST_NAME).toWellFormed();
}
