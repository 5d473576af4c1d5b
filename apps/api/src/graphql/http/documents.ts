import { createHash } from 'node:crypto';
import { GraphQLError, parse } from 'graphql';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../access/actor.js';
import { mayUseSetup } from '../../access/setup-rights.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { Org } from '../../orgs/org.js';
import { refuseDocument, refuseText } from '../bounds/check-document.js';
import { limits } from '../bounds/limits.js';
import { badInput, RecordsFailure } from '../failure.js';
import type { AskedOperation } from './read-operation.js';

/** Characters kept in memory of documents that were sent with their hash, and of registered ones that were asked for. */
const MOST_KEPT = 20_000_000;
const MOST_AT_ONCE = 1_000;

/** Documents that are named instead of sent: by their hash once they were sent (for a while), or by the id they were registered under (for good). */
export class Documents {
  private readonly kept = new LRUCache<string, string>({ maxSize: MOST_KEPT, sizeCalculation: (text) => text.length + 1 });

  constructor(private readonly database: Pick<OrgDatabase, 'session'>) {}

  /** The text that an operation means. Throws `RecordsFailure`. */
  find(org: Org, { query, documentId, extensions }: AskedOperation): string | Promise<string> {
    const hash = extensions?.['persistedQuery'];
    if (hash != null) return this.byHash(org, hash, query);
    if (documentId == null) return query ?? '';
    if (query != null) throw badInput('A request names its document by "query" or by "documentId", not by both.');
    return this.kept.get(keyOf(org, documentId)) ?? this.read(org, documentId);
  }

  /** Keeps documents for good and answers the id of each. Throws `RecordsFailure` when one of them is none. */
  async register({ org, userId, access }: Actor, texts: unknown, at: string): Promise<readonly string[]> {
    if (!mayUseSetup(access, ['connections'])) throw new RecordsFailure('FORBIDDEN', 'Documents are registered by people with the area "connections" of Setup, or with the key of one.');
    if (!isTexts(texts) || texts.length > MOST_AT_ONCE) throw badInput(`"documents" has to be a list of at most ${MOST_AT_ONCE} GraphQL documents.`);
    texts.forEach(refuseUnreadable);
    const rows = texts.map((text) => ({ id: `sha256:${hashOf(text)}`, text }));
    const table = sql.id(org.schema, '_document');
    await this.database.session(org).run(sql`insert into ${table} (id, text, created_by, created_at)
      select id, text, ${userId}::uuid, ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id text, text text)
      on conflict (id) do nothing`);
    return rows.map(({ id }) => id);
  }

  private byHash(org: Org, persisted: unknown, query: string | null | undefined): string {
    const { version, sha256Hash: hash } = (typeof persisted === 'object' ? persisted : {}) as { version?: unknown; sha256Hash?: unknown };
    if (version !== 1 || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) {
      throw badInput('"persistedQuery" has to be {"version": 1, "sha256Hash": "…"}, the hash being 64 hexadecimal digits.');
    }
    const key = keyOf(org, hash);
    if (query == null) {
      const known = this.kept.get(key);
      // Clients look at this very sentence, too.
      if (known === undefined) throw new RecordsFailure('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
      return known;
    }
    if (hashOf(query) !== hash) throw badInput('"sha256Hash" is not the hash of the document sent with it.');
    if (query.length <= limits.documentLength) this.kept.set(key, query);
    return query;
  }

  private async read(org: Org, id: string): Promise<string> {
    if (!/^sha256:[0-9a-f]{64}$/.test(id)) throw badInput('A "documentId" is "sha256:" and 64 hexadecimal digits.');
    const [row] = await this.database.session(org).run<{ text: string }>(sql`select text from ${sql.id(org.schema, '_document')} where id = ${id}`);
    if (!row) throw new RecordsFailure('NOT_FOUND', 'There is no document with this id. An admin registers it at POST /graphql/documents.');
    this.kept.set(keyOf(org, id), row.text);
    return row.text;
  }
}

function keyOf(org: Org, name: string): string {
  return `${org.id} ${name}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string' && text.isWellFormed() && !text.includes('\0'));
}

function refuseUnreadable(text: string, index: number): void {
  try {
    const error = refuseText(text) ?? refuseDocument(parse(text, { maxTokens: limits.tokens }));
    if (error) throw error;
  } catch (error) {
    if (error instanceof GraphQLError) throw badInput(`Document ${index}: ${error.message}`);
    throw error;
  }
}
