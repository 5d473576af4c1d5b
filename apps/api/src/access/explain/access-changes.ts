import { Injectable } from '@nestjs/common';
import { parseDocuments, type Model, type Problem, type SetupArea } from '@guanxi/metadata';
import { bindStatement, compileAccessCounts, type AccessCount, type RightsClass } from '@guanxi/query';
import { checkWorkflow } from '@guanxi/workflow';
import { sql } from 'kysely';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { UserRow } from '../../database/entities/user-row.js';
import { Users } from '../../identity/users.js';
import { layIn } from '../../metadata/draft/lay-in.js';
import { Drafts } from '../../metadata/draft/drafts.js';
import { layOver, NO_CHANGES } from '../../metadata/draft/lay-over.js';
import { Models } from '../../metadata/models.js';
import type { Actor } from '../actor.js';
import { settlePrincipals, settleStandings } from '../principals.js';
import { accessOf, groupByRights } from './explained-people.js';
import { compareRights, type RightsChange } from './compare-rights.js';

export interface Assignment {
  readonly userId: string;
  readonly permissionSets?: readonly string[];
  readonly role?: string | null;
  readonly teams?: readonly string[];
}

/** What is about to be done: the draft or these documents laid over what is published, and what people would be given. */
export interface PlannedAccess {
  readonly draft: boolean;
  readonly documents?: readonly unknown[];
  readonly assignments: readonly Assignment[];
}

export interface Counts {
  readonly read: number;
  readonly edit: number;
}

export interface PersonChange {
  readonly user: UserRow;
  readonly setupGained: readonly SetupArea[];
  readonly setupLost: readonly SetupArea[];
  readonly objects: readonly (RightsChange & { readonly before?: Counts; readonly after?: Counts })[];
}

export interface AccessChange {
  readonly people: readonly PersonChange[];
  readonly counted: boolean;
  readonly problems: readonly Problem[];
}

/** Nobody is kept waiting for more; whoever is beyond hears of rights without numbers. */
const MOST_COUNTED_PEOPLE = 60;
const MOST_COUNTED_OBJECTS = 20;
const MILLISECONDS = 8_000;

/** Says what a change of sets, roles, rules or of what somebody holds would give to or take from whom, before it is made. */
@Injectable()
export class AccessChanges {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly drafts: Drafts,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  async compare(actor: Actor, planned: PlannedAccess): Promise<AccessChange> {
    const { org } = actor;
    const { model: before } = await this.models.current(org);
    const read = await this.modelAfter(actor, before, planned);
    if (!read.ok) return { people: [], counted: false, problems: read.problems };
    const after = read.value;
    const people = (await this.users.list(org)).filter(({ active }) => active);
    const later = people.map((person) => assigned(person, planned.assignments.find(({ userId }) => userId === person.id)));
    const rights = new Map(people.map((person, index) => [person.id, compareRights(accessOf(before, person), accessOf(after, later[index] ?? person), before, after)]));
    const counts = movesRecords(before, after, planned) || [...rights.values()].some(({ objects }) => objects.length > 0) ? await this.count(actor, { before, after, people, later, planned, rights }) : NOTHING_COUNTED;
    const changed = people.flatMap((user): PersonChange[] => {
      const { objects, setupGained, setupLost } = rights.get(user.id) ?? compareRights(accessOf(before, user), accessOf(before, user), before, before);
      const names = [...new Set([...objects.map(({ object }) => object), ...counts.moved(user.id)])];
      if (names.length + setupGained.length + setupLost.length === 0) return [];
      const told = names.map((object) => {
        const [was, is] = [counts.before.get(`${object} ${user.id}`), counts.after.get(`${object} ${user.id}`)];
        return { ...(objects.find((one) => one.object === object) ?? { object, gains: [], losses: [] }), ...(was && { before: was }), ...(is && { after: is }) };
      });
      return [{ user, setupGained, setupLost, objects: told }];
    });
    return { people: changed, counted: counts.whole, problems: [] };
  }

  private async modelAfter({ org }: Actor, before: Model, { draft, documents }: PlannedAccess): Promise<ReturnType<typeof parseDocuments>> {
    if (!draft && documents === undefined) return { ok: true, value: before };
    const loaded = await this.drafts.load(org);
    const changes = draft ? loaded.changes : NO_CHANGES;
    if (documents === undefined) return parseDocuments(layOver(loaded.published, changes), { checkWorkflow, earlier: before });
    const laid = layIn(loaded.published, changes, { documents, remove: [] }, before);
    return laid.ok ? parseDocuments(layOver(loaded.published, laid.value), { checkWorkflow, earlier: before }) : laid;
  }

  /** Both sides by the predicates themselves: before, and then in a transaction in which the change is made and taken back. */
  private async count(actor: Actor, about: Counted): Promise<CountedRecords> {
    const { before, after, people, later, planned, rights } = about;
    const concerned = new Set([...rights].filter(([, { objects }]) => objects.length > 0).map(([id]) => id));
    const moves = movesRecords(before, after, planned);
    const wanted = people.filter(({ id }) => moves || concerned.has(id)).slice(0, MOST_COUNTED_PEOPLE);
    const ids = new Set(wanted.map(({ id }) => id));
    const named = new Set([...rights.values()].flatMap(({ objects }) => objects.map(({ object }) => object)));
    const objects = after.objects.filter(({ platform, name, id }) => !platform && before.objectById.has(id) && (moves || named.has(name))).map(({ name }) => name).slice(0, MOST_COUNTED_OBJECTS);
    const among = (list: readonly UserRow[]) => list.filter(({ id }) => ids.has(id));
    const counts = { before: new Map<string, Counts>(), after: new Map<string, Counts>() };
    const done = await this.database.transaction(actor.org, async (tx) => {
      const first = await this.countSide(actor, tx, { model: before, objects, classes: groupByRights(before, among(people)), into: counts.before });
      for (const { id, role, teams } of later) {
        const was = people.find((one) => one.id === id);
        if (was && (was.role !== role || was.teams.join() !== teams.join())) await tx.run(sql`update guanxi."user" set role = ${role}, teams = ${teams}::text[] where id = ${id}::uuid`);
      }
      if (after !== before) await settleStandings(tx, after);
      await settlePrincipals(tx);
      const second = await this.countSide(actor, tx, { model: after, objects, classes: groupByRights(after, among(later)), into: counts.after });
      throw new TakenBack(first && second);
    }, { statementTimeout: MILLISECONDS }).catch((thrown: unknown) => {
      if (thrown instanceof TakenBack) return thrown.whole;
      throw thrown;
    });
    const isWhole = done && objects.length === after.objects.filter(({ platform, name }) => !platform && (moves || named.has(name))).length;
    return {
      ...counts,
      whole: isWhole && wanted.length === people.filter(({ id }) => moves || concerned.has(id)).length,
      moved: (id) => objects.filter((object) => isOther(counts.before.get(`${object} ${id}`), counts.after.get(`${object} ${id}`))),
    };
  }

  /** False where something could not be counted: what is drafted asks for a column that is not there yet, or it takes too long. */
  private async countSide(actor: Actor, tx: OrgTransaction, side: { readonly model: Model; readonly objects: readonly string[]; readonly classes: readonly RightsClass[]; readonly into: Map<string, Counts> }): Promise<boolean> {
    const { org, timeZone, userId: me } = actor;
    let whole = true;
    for (const object of side.objects) {
      const statement = compileAccessCounts(object, side.classes, { model: side.model, schema: org.schema });
      for (const person of side.classes.flatMap(({ people }) => people)) side.into.set(`${object} ${person}`, { read: 0, edit: 0 });
      if (!statement) continue;
      const values = bindStatement(statement, { variables: {}, me, now: this.clock.now(org).toISOString(), timeZone, org });
      await tx.run({ text: 'savepoint counting', values: [] });
      try {
        for (const { id, read, edit } of await tx.run<AccessCount>({ text: statement.text, values })) side.into.set(`${object} ${id}`, { read: Number(read), edit: Number(edit) });
        await tx.run({ text: 'release savepoint counting', values: [] });
      } catch {
        await tx.run({ text: 'rollback to savepoint counting', values: [] });
        for (const person of side.classes.flatMap(({ people }) => people)) side.into.delete(`${object} ${person}`);
        whole = false;
      }
    }
    return whole;
  }
}

interface Counted {
  readonly before: Model;
  readonly after: Model;
  readonly people: readonly UserRow[];
  readonly later: readonly UserRow[];
  readonly planned: PlannedAccess;
  readonly rights: ReadonlyMap<string, { readonly objects: readonly RightsChange[] }>;
}

interface CountedRecords {
  readonly before: ReadonlyMap<string, Counts>;
  readonly after: ReadonlyMap<string, Counts>;
  readonly whole: boolean;
  moved(userId: string): readonly string[];
}

const NOTHING_COUNTED: CountedRecords = { before: new Map(), after: new Map(), whole: true, moved: () => [] };

/** Ends the transaction in which a change was tried. */
class TakenBack extends Error {
  constructor(readonly whole: boolean) {
    super('What was tried is taken back.');
  }
}

function isOther(before: Counts | undefined, after: Counts | undefined): boolean {
  return before !== undefined && after !== undefined && (before.read !== after.read || before.edit !== after.edit);
}

/** Whether more than what sets say changes: then any record may come to be seen by others. */
function movesRecords(before: Model, after: Model, { assignments }: PlannedAccess): boolean {
  if (assignments.some(({ role, teams }) => role !== undefined || teams !== undefined)) return true;
  const said = (model: Model) => JSON.stringify([model.roles, model.teams, model.queues, model.sharingRules, model.objects.map(({ id, document }) => [id, document?.guanxi.sharing])]);
  return before !== after && said(before) !== said(after);
}

function assigned(person: UserRow, given: Assignment | undefined): UserRow {
  if (!given) return person;
  const { permissionSets, role, teams } = given;
  return { ...person, ...(permissionSets && { permissionSets: [...permissionSets] }), ...(role !== undefined && { role }), ...(teams && { teams: [...teams] }) };
}

