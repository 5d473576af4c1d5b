import { orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { namesHidden } from '../access/names-hidden.js';
import { mayUseSetup } from '../access/setup-rights.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure, InputFailure, type SaidProblem } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { listViewFaults as faults } from './list-view-wording.js';

export interface ListView {
  readonly id: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  readonly content: unknown;
}

export interface ListViewWish {
  /** Of the view that is changed; a new one without it. */
  readonly id?: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  readonly content: unknown;
}

const mostPerPerson = 200;
const mostBytes = 64 * 1024;
const longestTitle = 80;

/** Lists that people saved: their own, and those that admins share with everybody. Permissions hold when such a list is read, not here. */
@Injectable()
export class ListViews {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly models: Models,
  ) {}

  /** One's own and the shared ones, by title; a shared one that tells what this person may not read is not there. */
  async list({ org, userId, access }: Actor): Promise<readonly ListView[]> {
    const { model } = await this.models.current(org);
    const found = await this.database.session(org).run<ListView>(sql`
      select id, object, title, is_shared as "isShared", owner_id = ${userId}::uuid as "isMine", content
      from ${orgTable(org.schema, 'listView')} where owner_id = ${userId}::uuid or is_shared order by title, id`);
    return found.filter(({ isMine, object, content }) => isMine || !namesHidden(content, object, model, access));
  }

  async save(actor: Actor, wish: ListViewWish): Promise<ListView> {
    const problems = findProblems(wish);
    if (problems.length > 0) throw new InputFailure(problems);
    if (wish.isShared && !mayUseSetup(actor.access, ['objects'])) throw new ApiFailure('FORBIDDEN', faults.sharing);
    const id = wish.id === undefined ? await this.insert(actor, wish) : await this.update(actor, wish.id, wish);
    const saved = (await this.list(actor)).find((view) => view.id === id);
    if (!saved) throw new ApiFailure('NOT_FOUND', faults.gone);
    return saved;
  }

  /** False when there is nothing to delete for this person. */
  async delete(actor: Actor, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const gone = await this.database.session(actor.org).run(sql`delete from ${orgTable(actor.org.schema, 'listView')} where id = ${id}::uuid and ${ownedBy(actor)} returning id`);
    return gone.length > 0;
  }

  private async insert({ org, userId }: Actor, { object, title, isShared, content }: ListViewWish): Promise<string> {
    const table = orgTable(org.schema, 'listView');
    const session = this.database.session(org);
    const [{ count = 0 } = {}] = await session.run<{ count: number }>(sql`select count(*)::int as count from ${table} where owner_id = ${userId}::uuid`);
    if (count >= mostPerPerson) throw new ApiFailure('VALIDATION_FAILED', { ...faults.tooMany, words: { count: String(mostPerPerson) } });
    const id = makeId();
    await session.run(sql`
      insert into ${table} (id, owner_id, object, title, is_shared, content, changed_at)
      values (${id}::uuid, ${userId}::uuid, ${object}, ${title.trim()}, ${isShared}, ${JSON.stringify(content)}::jsonb, ${this.clock.now(org)})`);
    return id;
  }

  private async update(actor: Actor, id: string, { title, isShared, content }: ListViewWish): Promise<string> {
    const changed = isId(id) ? await this.database.session(actor.org).run(sql`
      update ${orgTable(actor.org.schema, 'listView')} set title = ${title.trim()}, is_shared = ${isShared}, content = ${JSON.stringify(content)}::jsonb, changed_at = ${this.clock.now(actor.org)}
      where id = ${id}::uuid and ${ownedBy(actor)} returning id`) : [];
    if (changed.length === 0) throw new ApiFailure('NOT_FOUND', faults.gone);
    return id;
  }
}

/** People change their own views; those with the area `objects` also the shared ones. */
function ownedBy({ userId, access }: Actor) {
  return mayUseSetup(access, ['objects']) ? sql`(owner_id = ${userId}::uuid or is_shared)` : sql`owner_id = ${userId}::uuid`;
}

function findProblems({ object, title, content }: ListViewWish): readonly SaidProblem[] {
  const size = Buffer.byteLength(JSON.stringify(content ?? null));
  return [
    ...(title.trim() === '' || title.trim().length > longestTitle ? [{ path: '/view/title', code: 'title', said: { ...faults.title, words: { count: String(longestTitle) } } }] : []),
    ...(object === '' || object.length > longestTitle ? [{ path: '/view/object', code: 'object', said: faults.object }] : []),
    ...(typeof content !== 'object' || content === null || Array.isArray(content) ? [{ path: '/view/content', code: 'content', said: faults.content }] : []),
    ...(size > mostBytes ? [{ path: '/view/content', code: 'size', said: faults.size }] : []),
  ];
}
