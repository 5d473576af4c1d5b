import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { namesHidden } from '../access/names-hidden.js';
import type { SqlSession } from '../database/sql-session.js';
import { seenBy } from './view-audience.js';

/** A saved view that somebody sees. */
export interface SeenView {
  readonly id: string;
  /** Name of its object. */
  readonly object: string;
  readonly title: string;
}

/** By id: those that the person still sees, and whose names they may read. */
export async function readSeenViews(session: SqlSession, actor: Actor, model: Model, ids: readonly string[]): Promise<ReadonlyMap<string, SeenView>> {
  if (ids.length === 0) return new Map();
  const rows = await session.run<SeenView & { readonly content: unknown }>(sql`
    select id, object, title, content from ${orgTable(actor.org.schema, 'listView')} where id = any(${[...ids]}::uuid[]) and ${seenBy(actor)}`);
  return new Map(rows.filter(({ content, object }) => !namesHidden(content, object, model, actor.access)).map(({ id, object, title }) => [id, { id, object, title }]));
}
