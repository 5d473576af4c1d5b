import { isListSeenBy, orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { readNames } from '../activity/read-names.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { listViewFaults as faults } from './list-view-wording.js';
import { editableBy } from './view-audience.js';

const mostAtOnce = 1_000;
const mostOnList = 50_000;

/**
 * What is on the lists that people keep. Whoever may change a list puts on it, and takes off it, records that they may read; whoever sees the
 * list finds those on it that they may read themselves, by the filter `onList`. Being on a list opens a record to nobody.
 */
@Injectable()
export class ListMembers {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Answers those that were not on it. */
  add(actor: Actor, list: string, ids: readonly string[]): Promise<readonly string[]> {
    return this.change(actor, list, ids, async (tx, readable) => {
      const member = orgTable(tx.org.schema, 'listMember');
      const added = await tx.run<{ id: string }>(sql`
        insert into ${member} (list_id, record_id, added_at) select ${list}::uuid, id, ${this.clock.now(tx.org)}::timestamptz from unnest(${readable}::uuid[]) id
        on conflict (list_id, record_id) do nothing returning record_id as id`);
      const [{ count = 0 } = {}] = await tx.run<{ count: number }>(sql`select count(*)::int as count from ${member} where list_id = ${list}::uuid`);
      if (count > mostOnList) throw new ApiFailure('VALIDATION_FAILED', { ...faults.full, words: { count: String(mostOnList) } });
      return added;
    });
  }

  /** Answers those that were on it. */
  remove(actor: Actor, list: string, ids: readonly string[]): Promise<readonly string[]> {
    return this.change(actor, list, ids, (tx, readable) => tx.run<{ id: string }>(sql`
      delete from ${orgTable(tx.org.schema, 'listMember')} where list_id = ${list}::uuid and record_id = any(${readable}::uuid[]) returning record_id as id`));
  }

  /** Of those that the person sees. Whoever may not read the record is not told. */
  async listsOf(actor: Actor, recordId: string): Promise<readonly string[]> {
    if (!isId(recordId)) return [];
    const { org, access, userId } = actor;
    const session = this.database.session(org);
    const { model } = await this.models.current(org);
    const rows = await session.run<{ id: string; object: string }>(sql`
      select id, object from ${orgTable(org.schema, 'listView')} join ${orgTable(org.schema, 'listMember')} on list_id = id
      where record_id = ${recordId}::uuid and is_list and ${isListSeenBy(userId, org.schema)}`);
    const [first] = rows;
    const known = first && await readNames({ session, schema: org.schema, model }, access, first.object, [recordId]);
    return known?.has(recordId.toLowerCase()) ? rows.map(({ id }) => id) : [];
  }

  private async change(actor: Actor, list: string, ids: readonly string[], write: (tx: OrgTransaction, readable: readonly string[]) => Promise<readonly { readonly id: string }[]>): Promise<readonly string[]> {
    const { org, access } = actor;
    if (ids.length > mostAtOnce) throw new InputFailure([{ path: '/ids', code: 'size', said: { ...faults.atOnce, words: { count: String(mostAtOnce) } } }]);
    const { model } = await this.models.current(org);
    return this.database.transaction(org, async (tx) => {
      const [known] = isId(list) ? await tx.run<{ object: string }>(sql`select object from ${orgTable(org.schema, 'listView')} where id = ${list}::uuid and is_list and ${editableBy(actor)} for update`) : [];
      if (!known) throw new ApiFailure('NOT_FOUND', faults.noList);
      const readable = await readNames({ session: tx, schema: org.schema, model }, access, known.object, [...new Set(ids)].filter((id) => isId(id)));
      return (await write(tx, [...readable.keys()])).map(({ id }) => id);
    });
  }
}
