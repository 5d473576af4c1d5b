import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { searchFunctions } from '@guanxi/field-types';
import type { Access } from '../access/access.js';
import { compileAccessCounts, type AccessCount } from './compile-access-counts.js';
import type { RecordFacts } from './compile-record-facts.js';
import { compileWhoSees, type RightsClass, type Seer } from './compile-who-sees.js';
import { explainAccess } from './explain-access.js';
import type { Explanation } from './explanation.js';
import { accessOf, PolicyChannels, type Asked, type PolicyPlace } from './testing/policy-channels.js';
import { layOutPolicy, modelOf } from './testing/policy-model.js';
import { RandomNumbers } from './testing/random-numbers.js';
import { leadsTo, makeRandomPolicy, objectNames, type ObjectName, type PolicyPerson, type PolicyRecord } from './testing/random-policy.js';
import { SlowReference, type SlowDeed } from './testing/slow-reference.js';

// ACCESS_POLICIES=1000 ACCESS_RECORDS=1000 ACCESS_USERS=50 is the large run (docs/guides/developing.md). Each policy is made of its number alone: ACCESS_SEED goes on where another run
// ended, ACCESS_AT_ONCE asks about several side by side, ACCESS_EXPLAINED says of how many records each person asks why.
const POLICIES = Number(process.env['ACCESS_POLICIES'] ?? 4);
const RECORDS = Number(process.env['ACCESS_RECORDS'] ?? 60);
const USERS = Number(process.env['ACCESS_USERS'] ?? 8);
const SEED = Number(process.env['ACCESS_SEED'] ?? 1);
const AT_ONCE = Number(process.env['ACCESS_AT_ONCE'] ?? 1);
const EXPLAINED = Number(process.env['ACCESS_EXPLAINED'] ?? 6);
/** Of what is not in the bin, so many are tried to be taken out of it. */
const RESTORED_ALIVE = 20;
const SEEN = 6;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('explain');
  await database.pool.query(['create schema if not exists guanxi', ...searchFunctions].join(';\n'));
});
afterAll(() => database.drop());

/** What was compared, and where two answers were not the same. */
class Comparison {
  checks = 0;
  readonly differences: string[] = [];
  readonly byChannel = new Map<string, number>();

  same(channel: string, where: string, expected: Iterable<string>, told: Iterable<string>): void {
    const [one, other] = [[...expected], [...told]];
    this.checks += Math.max(1, one.length);
    this.byChannel.set(channel, (this.byChannel.get(channel) ?? 0) + 1);
    if (isAlike(one, other) || isAlike(one.sort(), other.sort())) return;
    if (this.differences.length < 20) {
      const missing = one.filter((value) => !other.includes(value));
      const more = other.filter((value) => !one.includes(value));
      this.differences.push(`${channel}, ${where}: missing ${missing.slice(0, 3).join(' ') || 'none'}, too many ${more.slice(0, 3).join(' ') || 'none'}`);
    }
  }
}

/** Most ways tell in the order of the ids, so that little has to be sorted. */
function isAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

it(`tells the same as a slow reference by every way, over ${String(POLICIES)} random policies`, async () => {
  const compared = new Comparison();
  const began = process.cpuUsage();
  let [next, done] = [0, 0];
  const compareNext = async (): Promise<void> => {
    while (next < POLICIES && compared.differences.length < 20) {
      await comparePolicy(SEED + next++, compared);
      if ((done += 1) % 25 === 0) process.stdout.write(`${String(done)} policies, ${String(compared.checks)} comparisons, ${String(compared.differences.length)} differences\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, compareNext));
  const { user } = process.cpuUsage(began);
  if (POLICIES > 4) process.stdout.write(`${String(compared.checks)} comparisons, ${String(Math.round(user / 1_000_000))} s of CPU: ${[...compared.byChannel].map(([name, count]) => `${name} ${String(count)}`).join(', ')}\n`);
  expect(compared.differences).toEqual([]);
}, 24 * 3_600_000);

async function comparePolicy(seed: number, compared: Comparison): Promise<void> {
  const policy = makeRandomPolicy(seed, { people: USERS, records: RECORDS });
  const schema = `org_${seed.toString(16).padStart(12, '0')}`;
  const model = modelOf(policy);
  const connection = await database.openPipeline();
  // People with the same rights are asked by the same text: parsed and planned once.
  const names = new Map<string, string>();
  const nameOf = (text: string) => names.get(text) ?? String(names.size);
  const prepared: Asked = {
    query: (query) => {
      const name = nameOf(query.text);
      names.set(query.text, name);
      return connection.query({ ...query, name }) as never;
    },
  };
  const place: PolicyPlace = { pool: prepared, schema, policy, model };
  await layOutPolicy(connection as never, schema, policy, model);
  // What stands in a few pages is read as what stands in many would be, by its indexes.
  await connection.query("set plan_cache_mode = 'force_generic_plan'; set random_page_cost = 0.1; begin");
  const reference = new SlowReference(policy);
  const random = new RandomNumbers(seed);
  const accesses = policy.people.map((person) => accessOf(place, person));
  const lists = Object.fromEntries(objectNames.map((object) => [object, listRecords(policy, object)])) as Record<ObjectName, ObjectRecords>;
  for (const [index, person] of policy.people.entries()) await comparePerson({ place, lists, reference, person, access: accesses[index] as Access, random, seed, compared });
  await compareEverybody({ place, lists, reference, accesses, random, seed, compared });
  await connection.query('rollback');
  await connection.query(`drop schema ${schema} cascade`);
  await connection.end();
}

/** The records of an object in the lists that everybody is asked about. */
interface ObjectRecords {
  readonly all: readonly PolicyRecord[];
  readonly ids: readonly string[];
  /** To be taken out of the bin: what is in it, and some that is not. */
  readonly restored: readonly PolicyRecord[];
  /** Those that refer to a record of the object and come as its relation. */
  readonly below: readonly PolicyRecord[];
}

function listRecords({ records }: PolicyPlace['policy'], object: ObjectName): ObjectRecords {
  const all = records.filter((record) => record.object === object);
  const restored = [...all.filter(({ deleted }) => deleted), ...all.filter(({ deleted }) => !deleted).slice(0, RESTORED_ALIVE)];
  return { all, ids: idsOf(all), restored, below: records.filter((record) => leadsTo[record.object]?.object === object && record.object !== 'Item') };
}

interface Compared {
  readonly place: PolicyPlace;
  readonly lists: Readonly<Record<ObjectName, ObjectRecords>>;
  readonly reference: SlowReference;
  readonly random: RandomNumbers;
  readonly seed: number;
  readonly compared: Comparison;
}

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

async function comparePerson({ person, access, ...about }: Compared & { readonly person: PolicyPerson; readonly access: Access }): Promise<void> {
  const { place, reference, random, seed, compared } = about;
  const channels = new PolicyChannels(place, access);
  const waiting: Promise<void>[] = [];
  for (const object of objectNames) {
    const where = `policy ${String(seed)}, ${person.email}, ${object}`;
    const rights = reference.rights(person, object);
    const own = access.objects.get(object);
    const fields = ['region', 'amount', 'secret', 'name'];
    compared.same('rights', where, sayRights(rights && { ...rights, read: rights.read }, fields), sayRights(own && { ...own, readable: own.readableFields, editable: own.editableFields }, fields));
    if (!own || !rights) continue;
    waiting.push(compareReading(channels, { ...about, person }, object, where), compareWriting(channels, { ...about, person }, object, where));
  }
  for (let count = 0; count < EXPLAINED; count += 1) {
    waiting.push(compareExplanation({ ...about, person, access }, channels, random.one(place.policy.records), random.one(['read', 'edit', 'delete'] as const)));
  }
  // Everything is sent before the first answer is there.
  await Promise.all(waiting);
}

function sayRights(rights: { readonly [right in 'read' | 'edit' | 'delete' | 'create' | 'import' | 'export']: unknown } & { readonly readable: ReadonlySet<string>; readonly editable: ReadonlySet<string> } | undefined, fields: readonly string[]): string[] {
  if (!rights) return [];
  return [
    ...(['read', 'edit', 'delete', 'create', 'import', 'export'] as const).map((right) => `${right}: ${String(rights[right])}`),
    ...fields.flatMap((field) => [...(rights.readable.has(field) ? [`reads ${field}`] : []), ...(rights.editable.has(field) ? [`edits ${field}`] : [])]),
  ];
}

async function compareReading(channels: PolicyChannels, { lists, reference, person, compared }: Compared & { readonly person: PolicyPerson }, object: ObjectName, where: string): Promise<void> {
  const { all, ids: everyId, below: leading } = lists[object];
  const seen = all.filter((record) => reference.may(person, 'read', record));
  const ids = idsOf(seen);
  const [told, exported, found, followed, named] = await Promise.all([channels.read(object), channels.exported(object), channels.found(object), channels.followed(object, everyId), channels.named(object, everyId)]);
  compared.same('list', where, ids, idsOf(told.list.nodes));
  compared.same('count', where, [String(ids.length), String(ids.length)], [String(told.list.totalCount), String(told.list.aggregate.count)]);
  compared.same('several', where, ids, idsOf(told.several));
  compared.same('one', where, idsOf(all.slice(0, 3).filter((record) => seen.includes(record))), [0, 1, 2].flatMap((index) => told[`one${index}`]?.id ?? []));
  if (told.list.groups) {
    const regions = [...new Set(seen.map(({ region }) => region))];
    compared.same('group', where, regions.map((region) => `${String(region)} ${String(seen.filter((record) => record.region === region).length)}`), told.list.groups.map(({ key, count }) => `${String(key.region)} ${String(count)}`));
  }
  if (told.some && told.none) {
    const parents = new Map<string | null, string[]>();
    for (const record of leading) if (reference.may(person, 'read', record)) parents.set(record.parent, [...(parents.get(record.parent) ?? []), record.id]);
    const related = ids.flatMap((id) => (parents.get(id) ?? []).map((below) => `${id} ${below}`));
    compared.same('relation', where, related, told.list.nodes.flatMap(({ id, related: page }) => (page?.nodes ?? []).map((node) => `${id} ${node.id}`)));
    compared.same('relation count', where, [String(related.length)], [String(told.list.nodes.reduce((sum, node) => sum + (node.related?.totalCount ?? 0), 0))]);
    compared.same('some', where, ids.filter((id) => parents.has(id)), idsOf(told.some.nodes));
    compared.same('none', where, ids.filter((id) => !parents.has(id)), idsOf(told.none.nodes));
  }
  const known = new Set(ids);
  compared.same('words', where, idsOf(seen.filter(({ name }) => name.includes('beta'))), idsOf(told.words.nodes));
  compared.same('search', where, idsOf(seen.filter(({ name }) => name.includes('alpha'))), idsOf(told.search.filter(({ match }) => match !== 'SIMILAR')));
  compared.same('search of similar', where, [], idsOf(told.search).filter((id) => !known.has(id)));
  compared.same('export', where, ids, exported);
  compared.same('bulk', where, ids, found);
  const open = all.filter((record) => reference.opens(person, 'read', record));
  compared.same('feed', where, open.map(({ id, deleted }) => `${id} ${String(!deleted)}`), followed.map(({ id, alive }) => `${id} ${String(alive)}`));
  compared.same('names', where, idsOf(open), named);
}

async function compareWriting(channels: PolicyChannels, { lists, reference, person, compared }: Compared & { readonly person: PolicyPerson }, object: ObjectName, where: string): Promise<void> {
  const { all, restored } = lists[object];
  const refusal = (record: PolicyRecord, deed: SlowDeed, deleted: boolean) => {
    if (record.deleted !== deleted || !reference.opens(person, 'read', record)) return [`${record.id} NOT_FOUND`];
    return reference.opens(person, deed, record) ? [] : [`${record.id} FORBIDDEN`];
  };
  const [edited, deleted, revived] = await Promise.all([channels.refused('edit', object, all), channels.refused('delete', object, all), channels.refused('restore', object, restored)]);
  const say = (refused: ReadonlyMap<string, string>) => [...refused].map(([id, code]) => `${id} ${code}`);
  compared.same('update', where, all.flatMap((record) => refusal(record, 'edit', false)), say(edited));
  compared.same('delete', where, all.flatMap((record) => refusal(record, 'delete', false)), say(deleted));
  compared.same('restore', where, restored.flatMap((record) => refusal(record, 'delete', true)), say(revived));
}

async function compareExplanation({ place, reference, person, access, seed, compared }: Compared & { readonly person: PolicyPerson; readonly access: Access }, channels: PolicyChannels, record: PolicyRecord, deed: SlowDeed): Promise<void> {
  const where = `policy ${String(seed)}, ${person.email}, ${deed} ${record.object} ${record.id}`;
  const explained = await explainAccess({ access, holds: person.holds, active: true }, { object: record.object, deed, record: record.id }, { model: place.model, access, schema: place.schema },
    (statement, id) => channels.rows<{ facts: RecordFacts }>(statement, { record: id }));
  const allowed = reference.may(person, deed, record);
  compared.same('explanation', where, [String(allowed)], [String(explained.allowed)]);
  compared.same('deciding step', where, [`1 ${allowed ? 'grants' : 'refuses'}`], [decisionOf(explained)]);
  const rights = reference.rights(person, record.object);
  const sharing = place.policy.sharing[record.object]?.default;
  if (rights?.[deed] !== 'shared' || record.object === 'Item' || sharing === 'parent') return;
  const told = explained.steps.filter((step) => step.depth === 0 && step.deed === deed && step.outcome === 'grants').flatMap((step) => {
    if (step.kind === 'rule') return [`rule ${step.rule}`];
    if (step.kind === 'share') return [`share ${step.share}`];
    return ['owner', 'roles', 'default'].includes(step.kind) ? [step.kind] : [];
  });
  compared.same('reasons', where, reference.reasons(person, deed, record), told);
}

function decisionOf({ steps }: Explanation): string {
  const decisive = steps.filter(({ decides }) => decides);
  return `${String(decisive.length)} ${decisive[0]?.outcome ?? 'nothing'}`;
}

async function compareEverybody({ place, lists, reference, accesses, random, seed, compared }: Compared & { readonly accesses: readonly Access[] }): Promise<void> {
  const { policy, model, schema } = place;
  const byKey = new Map<string, RightsClass>();
  for (const [index, access] of accesses.entries()) {
    byKey.set(access.key, { access, people: [...(byKey.get(access.key)?.people ?? []), policy.people[index]?.id ?? ''] });
  }
  const classes = [...byKey.values()];
  const channels = new PolicyChannels(place, accesses[0] as Access);
  for (let count = 0; count < SEEN; count += 1) {
    const record = random.one(policy.records);
    const statement = compileWhoSees(record.object, classes, { model, schema });
    const told = await channels.rows<Seer>(statement, { record: record.id, first: 1000, afterName: null, afterId: null });
    const seers = policy.people.filter((person) => reference.may(person, 'read', record));
    const where = `policy ${String(seed)}, ${record.object} ${record.id}`;
    const say = (id: string, edits: boolean) => `${id} ${edits ? 'edits' : 'reads'}`;
    compared.same('who can see', where, seers.map((person) => say(person.id, reference.may(person, 'edit', record))), told.map(({ id, edits }) => say(id, edits)));
  }
  for (const object of objectNames) {
    const statement = compileAccessCounts(object, classes, { model, schema });
    const told = statement ? await channels.rows<AccessCount>(statement) : [];
    const counted = (person: PolicyPerson, deed: SlowDeed) => String(lists[object].all.filter((record) => reference.may(person, deed, record)).length);
    const expected = policy.people.filter((person) => reference.rights(person, object));
    // Counted apart from reading: what may be changed among all that is seen.
    compared.same('counts', `policy ${String(seed)}, ${object}`, expected.map((person) => [person.id, counted(person, 'read'), counted(person, 'edit'), counted(person, 'delete')].join(' ')), told.map((row) => [row.id, row.read, row.edit, row.delete].join(' ')));
  }
}
