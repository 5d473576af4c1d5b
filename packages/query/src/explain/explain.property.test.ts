import { createHash } from 'node:crypto';
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

// ACCESS_POLICIES=1000 ACCESS_RECORDS=1000 ACCESS_USERS=50 is the large run. Each policy is made of its number alone: ACCESS_SEED goes on where another run
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
    const [one, other] = [[...expected].sort(), [...told].sort()];
    this.checks += Math.max(1, one.length);
    this.byChannel.set(channel, (this.byChannel.get(channel) ?? 0) + 1);
    if (one.join() !== other.join() && this.differences.length < 20) {
      const missing = one.filter((value) => !other.includes(value));
      const more = other.filter((value) => !one.includes(value));
      this.differences.push(`${channel}, ${where}: missing ${missing.slice(0, 3).join(' ') || 'none'}, too many ${more.slice(0, 3).join(' ') || 'none'}`);
    }
  }
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
  const connection = await database.pool.connect();
  // People with the same rights are asked by the same text: parsed and planned once.
  const prepared: Asked = { query: (query) => connection.query({ ...query, name: createHash('sha1').update(query.text).digest('hex') }) as never };
  const place: PolicyPlace = { pool: prepared, schema, policy, model };
  await layOutPolicy(connection as never, schema, policy, model);
  await connection.query("set plan_cache_mode = 'force_generic_plan'");
  const reference = new SlowReference(policy);
  const random = new RandomNumbers(seed);
  const accesses = policy.people.map((person) => accessOf(place, person));
  for (const [index, person] of policy.people.entries()) await comparePerson({ place, reference, person, access: accesses[index] as Access, random, seed, compared });
  await compareEverybody({ place, reference, accesses, random, seed, compared });
  await connection.query(`drop schema ${schema} cascade`);
  connection.release(true);
}

interface Compared {
  readonly place: PolicyPlace;
  readonly reference: SlowReference;
  readonly random: RandomNumbers;
  readonly seed: number;
  readonly compared: Comparison;
}

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

async function comparePerson({ person, access, ...about }: Compared & { readonly person: PolicyPerson; readonly access: Access }): Promise<void> {
  const { place, reference, random, seed, compared } = about;
  const channels = new PolicyChannels(place, access);
  for (const object of objectNames) {
    const where = `policy ${String(seed)}, ${person.email}, ${object}`;
    const rights = reference.rights(person, object);
    const own = access.objects.get(object);
    const fields = ['region', 'amount', 'secret', 'name'];
    compared.same('rights', where, sayRights(rights && { ...rights, read: rights.read }, fields), sayRights(own && { ...own, readable: own.readableFields, editable: own.editableFields }, fields));
    if (!own || !rights) continue;
    await compareReading(channels, { ...about, person }, object, where);
    await compareWriting(channels, { ...about, person }, object, where);
  }
  for (let count = 0; count < EXPLAINED; count += 1) {
    await compareExplanation({ ...about, person, access }, channels, random.one(place.policy.records), random.one(['read', 'edit', 'delete'] as const));
  }
}

function sayRights(rights: { readonly [right in 'read' | 'edit' | 'delete' | 'create' | 'import' | 'export']: unknown } & { readonly readable: ReadonlySet<string>; readonly editable: ReadonlySet<string> } | undefined, fields: readonly string[]): string[] {
  if (!rights) return [];
  return [
    ...(['read', 'edit', 'delete', 'create', 'import', 'export'] as const).map((right) => `${right}: ${String(rights[right])}`),
    ...fields.flatMap((field) => [...(rights.readable.has(field) ? [`reads ${field}`] : []), ...(rights.editable.has(field) ? [`edits ${field}`] : [])]),
  ];
}

async function compareReading(channels: PolicyChannels, { place, reference, person, compared }: Compared & { readonly person: PolicyPerson }, object: ObjectName, where: string): Promise<void> {
  const { records } = place.policy;
  const all = records.filter((record) => record.object === object);
  const seen = all.filter((record) => reference.may(person, 'read', record));
  const ids = idsOf(seen);
  const told = await channels.read(object);
  compared.same('list', where, ids, idsOf(told.list.nodes));
  compared.same('count', where, [String(ids.length), String(ids.length)], [String(told.list.totalCount), String(told.list.aggregate.count)]);
  compared.same('several', where, ids, idsOf(told.several));
  compared.same('one', where, idsOf(all.slice(0, 3).filter((record) => seen.includes(record))), [0, 1, 2].flatMap((index) => told[`one${index}`]?.id ?? []));
  if (told.list.groups) {
    const regions = [...new Set(seen.map(({ region }) => region))];
    compared.same('group', where, regions.map((region) => `${String(region)} ${String(seen.filter((record) => record.region === region).length)}`), told.list.groups.map(({ key, count }) => `${String(key.region)} ${String(count)}`));
  }
  if (told.some && told.none) {
    const below = records.filter((record) => leadsTo[record.object]?.object === object && record.object !== 'Item' && reference.may(person, 'read', record));
    const parents = new Set(below.map(({ parent }) => parent));
    const related = seen.flatMap(({ id }) => below.filter(({ parent }) => parent === id).map((record) => `${id} ${record.id}`));
    compared.same('relation', where, related, told.list.nodes.flatMap(({ id, related: page }) => (page?.nodes ?? []).map((node) => `${id} ${node.id}`)));
    compared.same('relation count', where, [String(related.length)], [String(told.list.nodes.reduce((sum, node) => sum + (node.related?.totalCount ?? 0), 0))]);
    compared.same('some', where, ids.filter((id) => parents.has(id)), idsOf(told.some.nodes));
    compared.same('none', where, ids.filter((id) => !parents.has(id)), idsOf(told.none.nodes));
  }
  compared.same('words', where, idsOf(seen.filter(({ name }) => name.includes('beta'))), idsOf(told.words.nodes));
  compared.same('search', where, idsOf(seen.filter(({ name }) => name.includes('alpha'))), idsOf(told.search.filter(({ match }) => match !== 'SIMILAR')));
  compared.same('search of similar', where, [], idsOf(told.search).filter((id) => !ids.includes(id)));
  compared.same('export', where, ids, await channels.exported(object));
  compared.same('bulk', where, ids, await channels.found(object));
  const open = all.filter((record) => reference.opens(person, 'read', record));
  compared.same('feed', where, open.map(({ id, deleted }) => `${id} ${String(!deleted)}`), (await channels.followed(object, idsOf(all))).map(({ id, alive }) => `${id} ${String(alive)}`));
  compared.same('names', where, idsOf(open), await channels.named(object, idsOf(all)));
}

async function compareWriting(channels: PolicyChannels, { place, reference, person, compared }: Compared & { readonly person: PolicyPerson }, object: ObjectName, where: string): Promise<void> {
  const all = place.policy.records.filter((record) => record.object === object);
  const refusal = (record: PolicyRecord, deed: SlowDeed, deleted: boolean) => {
    if (record.deleted !== deleted || !reference.opens(person, 'read', record)) return [`${record.id} NOT_FOUND`];
    return reference.opens(person, deed, record) ? [] : [`${record.id} FORBIDDEN`];
  };
  const say = (refused: ReadonlyMap<string, string>) => [...refused].map(([id, code]) => `${id} ${code}`);
  compared.same('update', where, all.flatMap((record) => refusal(record, 'edit', false)), say(await channels.refused('edit', object, all)));
  compared.same('delete', where, all.flatMap((record) => refusal(record, 'delete', false)), say(await channels.refused('delete', object, all)));
  const restored = [...all.filter(({ deleted }) => deleted), ...all.filter(({ deleted }) => !deleted).slice(0, RESTORED_ALIVE)];
  compared.same('restore', where, restored.flatMap((record) => refusal(record, 'delete', true)), say(await channels.refused('restore', object, restored)));
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

async function compareEverybody({ place, reference, accesses, random, seed, compared }: Compared & { readonly accesses: readonly Access[] }): Promise<void> {
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
    const records = policy.records.filter((record) => record.object === object);
    const counted = (person: PolicyPerson, deed: SlowDeed) => String(records.filter((record) => reference.may(person, deed, record)).length);
    const expected = policy.people.filter((person) => reference.rights(person, object));
    // Counted apart from reading: what may be changed among all that is seen.
    compared.same('counts', `policy ${String(seed)}, ${object}`, expected.map((person) => [person.id, counted(person, 'read'), counted(person, 'edit'), counted(person, 'delete')].join(' ')), told.map((row) => [row.id, row.read, row.edit, row.delete].join(' ')));
  }
}
