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
import { readParties, writePrincipal, type Party } from '../people/share-party.js';
import { listViewFaults as faults } from './list-view-wording.js';
import { tellAudience } from './tell-audience.js';
import { editableBy, heldBy, seenBy, type ViewParty } from './view-audience.js';

export interface ListView {
  readonly id: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  /** Null of one's own, and of somebody who is gone. */
  readonly ownerName: string | null;
  /** Records are put on it by hand; its content says only how it is arranged. */
  readonly isList: boolean;
  /** Columns, filters, order and name. */
  readonly mayEdit: boolean;
  /** Whom it is shown to, and whether it stays. */
  readonly mayShare: boolean;
  /** Empty for those who may not change it. */
  readonly audience: readonly { readonly with: Party; readonly mayEdit: boolean }[];
  readonly content: unknown;
}

export interface ListViewWish {
  /** Of the view that is changed; a new one without it. */
  readonly id?: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  /** Only said of a new one: what is a list stays one. */
  readonly isList?: boolean;
  /** As before, or nobody, where it is absent. */
  readonly audience?: readonly ViewParty[];
  readonly content: unknown;
}

interface ViewRow extends Omit<ListView, 'audience'> {
  readonly readers: readonly string[];
  readonly editors: readonly string[];
}

const mostPerPerson = 200;
const mostParties = 100;
const mostBytes = 64 * 1024;
const longestTitle = 80;

/** Lists that people saved: their own, those that are shown to them, and those that admins share with everybody. Permissions hold when such a list is read, not here. */
@Injectable()
export class ListViews {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly models: Models,
  ) {}

  /** By title. One of others that tells what this person may not read is not there. */
  async list(actor: Actor): Promise<readonly ListView[]> {
    const { org, userId, access, locale } = actor;
    const { model } = await this.models.current(org);
    const session = this.database.session(org);
    const rows = await session.run<ViewRow>(sql`
      select id, object, title, is_shared as "isShared", owner_id = ${userId}::uuid as "isMine",
        (select u.name from ${orgTable(org.schema, 'user')} u where u.id = owner_id and u.id <> ${userId}::uuid) as "ownerName", is_list as "isList", ${editableBy(actor)} as "mayEdit", ${heldBy(actor)} as "mayShare", readers, editors, content
      from ${orgTable(org.schema, 'listView')} where ${seenBy(actor)} order by title, id`);
    const found = rows.filter(({ isMine, object, content }) => isMine || !namesHidden(content, object, model, access));
    const parties = await readParties(session, { schema: org.schema, model, locale }, found.flatMap(({ mayEdit, readers, editors }) => (mayEdit ? [...readers, ...editors] : [])));
    const told = (principals: readonly string[], mayEdit: boolean) => principals.flatMap((principal) => {
      const party = parties.get(principal);
      return party ? [{ with: party, mayEdit }] : [];
    });
    return found.map(({ readers, editors, ...view }) => ({ ...view, audience: view.mayEdit ? [...told(editors, true), ...told(readers, false)] : [] }));
  }

  async save(actor: Actor, wish: ListViewWish): Promise<ListView> {
    const problems = [...findProblems(wish), ...(await this.findStrangers(actor, wish.audience ?? []))];
    if (problems.length > 0) throw new InputFailure(problems);
    if (actor.access.partner && (wish.audience ?? []).length > 0) throw new ApiFailure('FORBIDDEN', faults.partner);
    const id = wish.id === undefined ? await this.insert(actor, wish) : await this.update(actor, wish.id, wish);
    const saved = (await this.list(actor)).find((view) => view.id === id);
    if (!saved) throw new ApiFailure('NOT_FOUND', faults.gone);
    return saved;
  }

  /** False when there is nothing to delete for this person. */
  async delete(actor: Actor, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const gone = await this.database.session(actor.org).run(sql`delete from ${orgTable(actor.org.schema, 'listView')} where id = ${id}::uuid and ${heldBy(actor)} returning id`);
    return gone.length > 0;
  }

  private async insert(actor: Actor, { object, title, isShared, isList = false, audience = [], content }: ListViewWish): Promise<string> {
    const { org, userId } = actor;
    if (isList && !actor.access.objects.has(object)) throw new InputFailure([{ path: '/view/object', code: 'object', said: faults.object }]);
    if (isShared) refuseEverybody(actor);
    const table = orgTable(org.schema, 'listView');
    const session = this.database.session(org);
    const [{ count = 0 } = {}] = await session.run<{ count: number }>(sql`select count(*)::int as count from ${table} where owner_id = ${userId}::uuid`);
    if (count >= mostPerPerson) throw new ApiFailure('VALIDATION_FAILED', { ...faults.tooMany, words: { count: String(mostPerPerson) } });
    const id = makeId();
    const { readers, editors } = principalsIn(audience);
    const now = this.clock.now(org);
    const { model } = await this.models.current(org);
    await this.database.transaction(org, async (tx) => {
      await tx.run(sql`
        insert into ${table} (id, owner_id, object, title, is_shared, is_list, readers, editors, content, changed_at)
        values (${id}::uuid, ${userId}::uuid, ${object}, ${title.trim()}, ${isShared}, ${isList}, ${readers}::text[], ${editors}::text[], ${JSON.stringify(content)}::jsonb, ${now})`);
      if (!isShared) await tellAudience(tx, actor, model, { id, object, title: title.trim(), before: [], now: [...readers, ...editors] }, now);
    });
    return id;
  }

  /** Those who may change a view but do not hold it leave as it is whom it is shown to. */
  private async update(actor: Actor, id: string, { title, isShared, audience, content }: ListViewWish): Promise<string> {
    const table = orgTable(actor.org.schema, 'listView');
    const session = this.database.session(actor.org);
    const [known] = isId(id) ? await session.run<Pick<ViewRow, 'isShared' | 'mayShare' | 'readers' | 'editors'>>(sql`
      select is_shared as "isShared", ${heldBy(actor)} as "mayShare", readers, editors from ${table} where id = ${id}::uuid and ${editableBy(actor)}`) : [];
    if (!known) throw new ApiFailure('NOT_FOUND', faults.gone);
    const wanted = audience ? principalsIn(audience) : known;
    const changesAudience = known.isShared !== isShared || !isSame(known.readers, wanted.readers) || !isSame(known.editors, wanted.editors);
    if (changesAudience && !known.mayShare) throw new ApiFailure('FORBIDDEN', faults.audience);
    if (isShared && !known.isShared) refuseEverybody(actor);
    const shown = sql`is_shared = ${isShared}, readers = ${wanted.readers}::text[], editors = ${wanted.editors}::text[]`;
    const { model } = await this.models.current(actor.org);
    const now = this.clock.now(actor.org);
    await this.database.transaction(actor.org, async (tx) => {
      const [changed] = await tx.run<{ object: string }>(sql`
        update ${table} set title = ${title.trim()}, content = ${JSON.stringify(content)}::jsonb, changed_at = ${now}${changesAudience ? sql`, ${shown}` : sql``}
        where id = ${id}::uuid and ${changesAudience ? heldBy(actor) : editableBy(actor)} returning object`);
      if (!changed) throw new ApiFailure('NOT_FOUND', faults.gone);
      if (known.isShared || isShared) return;
      await tellAudience(tx, actor, model, { id, object: changed.object, title: title.trim(), before: [...known.readers, ...known.editors], now: [...wanted.readers, ...wanted.editors] }, now);
    });
    return id;
  }

  private async findStrangers({ org, locale }: Actor, audience: readonly ViewParty[]): Promise<readonly SaidProblem[]> {
    if (audience.length === 0) return [];
    if (audience.length > mostParties) return [{ path: '/view/audience', code: 'parties', said: { ...faults.parties, words: { count: String(mostParties) } } }];
    const { model } = await this.models.current(org);
    const parties = await readParties(this.database.session(org), { schema: org.schema, model, locale }, audience.map(writePrincipal));
    return audience.flatMap((party, index) => (parties.get(writePrincipal(party))?.present === true ? [] : [{ path: `/view/audience/${index}`, code: 'party', said: { ...faults.party, words: { id: party.id } } }]));
  }
}

function refuseEverybody({ access }: Actor): void {
  if (!mayUseSetup(access, ['objects'])) throw new ApiFailure('FORBIDDEN', faults.sharing);
}

/** Who may change a view sees it: nobody stands in both. */
function principalsIn(audience: readonly ViewParty[]): { readonly readers: readonly string[]; readonly editors: readonly string[] } {
  const editors = new Set(audience.filter(({ mayEdit }) => mayEdit).map(writePrincipal));
  const readers = new Set(audience.map(writePrincipal).filter((principal) => !editors.has(principal)));
  return { readers: [...readers], editors: [...editors] };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((one) => right.includes(one));
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
