import { orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { readNames } from '../activity/read-names.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction, SqlSession } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { FavouriteKind } from './favourite.type.js';
import { favouriteFaults as faults } from './favourite-wording.js';

export interface FavouriteWish {
  readonly object: string | null;
  readonly recordId: string | null;
  readonly view: string | null;
  readonly path: string | null;
}

export interface Favourite extends FavouriteWish {
  readonly id: string;
  readonly kind: FavouriteKind;
  readonly recordName: string | null;
}

interface Row extends FavouriteWish {
  readonly id: string;
  readonly kind: FavouriteKind;
}

const MOST_PER_PERSON = 50;
const LONGEST_VIEW = 80;
// Pages of the product alone, without what is asked of them: an address can hold the name of a person.
const PAGE = /^\/(?:app|setup)(?:\/[\w.~-]{1,80}){0,4}$/;

/** What people keep at hand. Records are kept by their ids and named anew each time, with the rights of that moment. */
@Injectable()
export class Favourites {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  list(actor: Actor): Promise<readonly Favourite[]> {
    return this.present(actor, this.database.session(actor.org));
  }

  async add(actor: Actor, wish: FavouriteWish): Promise<Favourite> {
    const kind = kindOf(wish);
    if (!kind) throw new ApiFailure('VALIDATION_FAILED', faults.shape);
    const { model } = await this.models.current(actor.org);
    const object = wish.object !== null && actor.access.objects.has(wish.object) ? model.objectByName.get(wish.object) : undefined;
    if (kind !== FavouriteKind.PAGE && !object) throw new ApiFailure('NOT_FOUND', faults.gone);
    const added = await this.database.transaction(actor.org, async (tx) => {
      const kept = await this.lock(tx, actor);
      const same = kept.find((one) => one.kind === kind && one.object === (object?.id ?? null) && one.recordId === wish.recordId && one.view === wish.view && one.path === wish.path);
      const id = same?.id ?? makeId();
      if (!same && kept.length >= MOST_PER_PERSON) throw new ApiFailure('VALIDATION_FAILED', { ...faults.tooMany, words: { count: String(MOST_PER_PERSON) } });
      if (!same) {
        await tx.run(sql`
          insert into ${orgTable(tx.org.schema, 'favourite')} (id, owner_id, kind, object, record_id, view, path, place)
          values (${id}::uuid, ${actor.userId}::uuid, ${kind}, ${object?.id ?? null}, ${wish.recordId}::uuid, ${wish.view}, ${wish.path}, ${kept.length})`);
      }
      // A record that is not there, or not to be read, is refused by what lists it.
      const favourite = (await this.present(actor, tx)).find((one) => one.id === id);
      if (!favourite) throw new ApiFailure('NOT_FOUND', faults.gone);
      return favourite;
    });
    return added;
  }

  async remove({ org, userId }: Actor, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const gone = await this.database.session(org).run(sql`delete from ${orgTable(org.schema, 'favourite')} where id = ${id}::uuid and owner_id = ${userId}::uuid returning id`);
    return gone.length > 0;
  }

  arrange(actor: Actor, ids: readonly string[]): Promise<readonly Favourite[]> {
    return this.database.transaction(actor.org, async (tx) => {
      const kept = await this.lock(tx, actor);
      const named = [...new Set(ids)].filter((id) => kept.some((one) => one.id === id));
      const order = [...named, ...kept.map(({ id }) => id).filter((id) => !named.includes(id))];
      await tx.run(sql`
        update ${orgTable(tx.org.schema, 'favourite')} kept set place = wanted.place - 1
        from unnest(${order}::uuid[]) with ordinality as wanted (id, place) where kept.id = wanted.id and kept.owner_id = ${actor.userId}::uuid`);
      return this.present(actor, tx);
    });
  }

  /** All of this person, also what is not shown to them now; nobody else changes them meanwhile. */
  private async lock(tx: OrgTransaction, { userId }: Actor): Promise<readonly Row[]> {
    await tx.run(sql`select id from ${orgTable(tx.org.schema, 'user')} where id = ${userId}::uuid for no key update`);
    return this.rows(tx, tx.org.schema, userId);
  }

  private rows(session: SqlSession, schema: string, userId: string): Promise<readonly Row[]> {
    return session.run<Row>(sql`
      select id, kind, object, record_id as "recordId", view, path from ${orgTable(schema, 'favourite')} where owner_id = ${userId}::uuid order by place, id`);
  }

  private async present({ org, userId, access }: Actor, session: SqlSession): Promise<readonly Favourite[]> {
    const { model } = await this.models.current(org);
    const rows = await this.rows(session, org.schema, userId);
    const names = new Map<string, string>();
    for (const objectId of new Set(rows.flatMap(({ kind, object }) => (kind === FavouriteKind.RECORD && object !== null ? [object] : [])))) {
      const object = model.objectById.get(objectId);
      const ids = rows.flatMap((row) => (row.object === objectId && row.recordId !== null ? [row.recordId] : []));
      if (object) for (const [id, name] of await readNames({ session, schema: org.schema, model }, access, object.name, ids)) names.set(id, name);
    }
    return rows.flatMap((row): Favourite[] => {
      if (row.kind === FavouriteKind.PAGE) return [{ ...row, recordName: null }];
      const object = model.objectById.get(row.object ?? '');
      if (!object || !access.objects.has(object.name)) return [];
      const recordName = row.recordId === null ? null : names.get(row.recordId);
      return recordName === undefined ? [] : [{ ...row, object: object.name, recordName }];
    });
  }
}

function kindOf({ object, recordId, view, path }: FavouriteWish): FavouriteKind | undefined {
  if (path !== null) return object === null && recordId === null && view === null && PAGE.test(path) ? FavouriteKind.PAGE : undefined;
  if (object === null) return undefined;
  if (recordId !== null) return view === null && isId(recordId) ? FavouriteKind.RECORD : undefined;
  return view === null || (view !== '' && view.length <= LONGEST_VIEW) ? FavouriteKind.LIST : undefined;
}
