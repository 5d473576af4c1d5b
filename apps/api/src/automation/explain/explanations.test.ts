import type { ObjectModel, WorkflowTrigger } from '@guanxi/metadata';
import { readActiveWorkflows, type ActiveWorkflow } from '../active-workflow.js';
import { beginRuns } from '../calls/begin-runs.js';
import { IncomingLog } from '../calls/incoming-log.js';
import { raiseEvents } from '../calls/raise-events.js';
import { Explanations } from '../explanations.js';
import { shopObjects } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';
import { answerByForce, type BruteRule, type LogEntry } from './brute-force.js';

const CASES = 500;
const RECORDS = 14;
const DAYS = 70;
const FIRST = Date.parse('1997-01-01T00:00:00Z');
const DAY = 86_400_000;

/** Mulberry32: the same numbers every time. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const parts = {
  active: { text: "ISPICKVAL(status, 'active')", test: (state: Record<string, unknown>) => state['status'] === 'active', reads: ['status'] },
  called: { text: 'calls > 2', test: (state: Record<string, unknown>) => Number(state['calls']) > 2, reads: ['calls'] },
  changed: { text: 'ISCHANGED(calls)', test: (state: Record<string, unknown>, before?: Record<string, unknown>) => before !== undefined && (before['calls'] ?? null) !== (state['calls'] ?? null), reads: ['calls'] },
  saver: { text: "$User.name = 'Guanxi'", test: () => true, reads: [] },
  short: { text: 'LEN(name) < 8', test: (state: Record<string, unknown>) => String(state['name']).length < 8, reads: ['name'] },
};
const conditions: readonly (readonly (keyof typeof parts)[])[] = [['active'], ['called', 'active'], ['short', 'called'], ['active', 'short', 'called']];

type Kind = Omit<BruteRule, 'name' | 'parts' | 'activeSince'>['trigger'];
const kinds: readonly { readonly brute: Kind; readonly trigger: WorkflowTrigger; readonly parts?: readonly (keyof typeof parts)[] }[] = [
  { brute: { kind: 'created' }, trigger: { created: {} } },
  { brute: { kind: 'deleted' }, trigger: { deleted: {} } },
  { brute: { kind: 'restored' }, trigger: { restored: {} } },
  { brute: { kind: 'updated', field: 'status' }, trigger: { updated: { fields: ['status'] } } },
  { brute: { kind: 'updated', field: 'status', to: 'left' }, trigger: { updated: { to: { status: 'left' } } } },
  { brute: { kind: 'quiet', days: 9 }, trigger: { elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P9D' } } },
  { brute: { kind: 'sinceField', field: 'renewsOn', days: 4 }, trigger: { elapsed: { since: { field: 'renewsOn' }, after: 'P4D' } } },
  { brute: { kind: 'weekly', weekday: 1, hour: 15 }, trigger: { schedule: { cron: '0 15 * * 1' } } },
  { brute: { kind: 'button' }, trigger: { button: {} } },
  { brute: { kind: 'save', on: ['created', 'updated'] }, trigger: { beforeSave: { on: ['create', 'update'] } }, parts: ['saver', 'active', 'called'] },
  { brute: { kind: 'save', on: ['updated'], field: 'status' }, trigger: { beforeSave: { on: ['update'], fields: ['status'] } }, parts: ['changed', 'active'] },
  { brute: { kind: 'event' }, trigger: { event: { name: 'customer.seen' } } },
  { brute: { kind: 'call' }, trigger: { webhook: { inputs: [{ name: 'who', type: 'text' }], find: { field: 'id', input: 'who' } } }, parts: ['called', 'active'] },
  { brute: { kind: 'enters', field: 'calls', least: 3 }, trigger: { segment: { view: 'busy', when: 'enters' } }, parts: ['short', 'active'] },
];
const busy = { kind: 'view', name: 'busy', title: 'Busy', object: 'Customer', columns: ['name'], where: { calls: { gte: 3 } }, guanxi: { id: 'v-busy' } };

let office: TestOffice;
afterAll(() => office.end());

it(`agrees with a brute-force evaluator on ${CASES} random rules, records and moments`, async () => {
  const random = randomOf(20_261_122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rules = kinds.map(({ brute, trigger, parts: own }, index) => {
    const chosen = own ?? conditions[index % conditions.length] ?? [];
    const asked = chosen.map((name) => parts[name]);
    const when = asked.length === 1 ? asked[0]?.text : `AND(${asked.map(({ text }) => text).join(', ')})`;
    const document = { kind: 'workflow', name: `rule${index}`, title: `Rule ${index}`, object: 'Customer', trigger, when, steps: [{ id: 'stop', action: 'stop', input: {} }], guanxi: { id: `w-${index}` } };
    return { brute: { name: `rule${index}`, trigger: brute, parts: asked }, document };
  });
  office = await TestOffice.open([...shopObjects, busy, ...rules.map(({ document }) => document)]);
  const explanations = new Explanations(office.database, office.models as never, { now: (org) => new Date(org.clock ?? office.now) });
  const ids: string[] = [];
  const log: LogEntry[] = [];
  const there = new Map<string, { name: string; deleted: boolean; state: Record<string, unknown> }>();
  let activeSince = '';

  for (let day = 0; day < DAYS; day += 1) {
    const midnight = FIRST + day * DAY;
    await office.pass(new Date(midnight).toISOString());
    if (day === 24) {
      activeSince = office.now;
      for (const { document, brute } of rules) if (brute.trigger.kind !== 'save') await office.activations.activate(office.org, document.name, false);
    }
    await happen(new Date(midnight + DAY / 2).toISOString(), day);
    await office.pass();
    await tell(new Date(midnight + (13 / 24) * DAY).toISOString());
    await office.pass();
    if (activeSince !== '' && new Date(midnight).getUTCDay() === 1) await office.pass(new Date(midnight + 15 * 3_600_000).toISOString());
  }
  office.now = new Date(FIRST + DAYS * DAY).toISOString();

  const seen = new Map<string, number>();
  let asked = 0;
  while (asked < CASES) {
    const { brute, document } = pick(rules);
    const record = pick(ids);
    const moment = new Date(FIRST + Math.floor(random() * DAYS * 24) * 3_600_000 + 1_800_000).toISOString();
    const expected = answerByForce({ ...brute, activeSince: brute.trigger.kind === 'save' ? '1970-01-01T00:00:00.000Z' : activeSince }, log, record, moment);
    if (!expected) continue;
    asked += 1;
    const { reason, because, facts } = await explanations.explain({ org: office.org, locale: 'en' }, document.name, record, new Date(moment));
    const part = brute.parts.find(({ text }) => text === because);
    const values = (part?.reads ?? []).map((field) => facts.find(({ label }) => label === field)?.value ?? null);
    expect({ rule: document.name, trigger: document.trigger, record, moment, reason, because, values }).toEqual({ rule: document.name, trigger: document.trigger, record, moment, ...expected });
    seen.set(reason, (seen.get(reason) ?? 0) + 1);
  }
  // Cases that are all alike would prove little.
  for (const reason of ['ran', 'absent', 'deleted', 'off', 'noAnchor', 'tooEarly', 'excluded', 'nothing', 'before', 'condition']) expect([reason, (seen.get(reason) ?? 0) > 0]).toEqual([reason, true]);

  async function happen(at: string, day: number): Promise<void> {
    office.now = at;
    if (ids.length < RECORDS && (day < 2 || random() < 0.4)) {
      const values = { name: pick(['Ada', 'Bob', 'Constantine', 'Dorothea', 'Eve']), status: pick(['active', 'active', 'left']), calls: Math.floor(random() * 6), ...(random() < 0.5 && { renewsOn: dayOf(day + 1 + Math.floor(random() * 20)) }) };
      const [id = ''] = await office.create('Customer', values);
      ids.push(id);
      there.set(id, { name: values.name, deleted: false, state: { ...values } });
      log.push({ at, record: id, kind: 'created', values });
    }
    for (const id of ids.filter(() => random() < 0.35)) await change(id, at, day);
  }

  /** Events and calls about some of those who are there. */
  async function tell(at: string): Promise<void> {
    office.now = at;
    const clock = { now: () => new Date(office.now) };
    const { model } = await office.models.current();
    const object = model.objectByName.get('Customer') as ObjectModel;
    for (const id of ids.filter((one) => there.get(one)?.deleted === false && random() < 0.12)) {
      await office.database.transaction(office.org, (tx) => raiseEvents(tx, [{ key: `${id}/${at}`, name: 'customer.seen', object, recordId: id, values: {}, depth: 0, raisedBy: { source: 'api' } }], { models: office.models, clock }));
      log.push({ at, record: id, kind: 'event', values: {} });
    }
    const called = rules.find(({ brute }) => brute.trigger.kind === 'call')?.document.guanxi.id ?? '';
    for (const id of ids.filter((one) => activeSince !== '' && there.get(one)?.deleted === false && random() < 0.12)) {
      const message = { id: `${id}/${at}`, workflowId: called, body: '{}' };
      await office.database.transaction(office.org, async (tx) => {
        const incoming = new IncomingLog(office.database, clock);
        await incoming.claim(tx, message);
        const workflow = (await readActiveWorkflows(tx, office.org, office.models, clock)).find(({ definition }) => definition.guanxi.id === called) as ActiveWorkflow;
        const [begun] = await beginRuns(tx, workflow, [{ recordId: id, values: {}, occasion: `call:${message.id}`, trigger: { kind: 'webhook' } }], clock.now());
        await incoming.note(tx, message, { outcome: begun?.outcome === 'passed' ? 'passed' : 'begun', recordId: id, runId: begun?.runId ?? null, made: false });
      });
      log.push({ at, record: id, kind: 'call', values: {} });
    }
  }

  async function change(id: string, at: string, day: number): Promise<void> {
    const record = there.get(id);
    if (!record || log.some((entry) => entry.at === at && entry.record === id)) return;
    const chance = random();
    if (record.deleted) {
      if (chance > 0.6) return;
      await office.restore('Customer', id);
      record.deleted = false;
      log.push({ at, record: id, kind: 'restored', values: {} });
    } else if (chance < 0.08) {
      await office.delete('Customer', id);
      record.deleted = true;
      log.push({ at, record: id, kind: 'deleted', values: {} });
    } else if (chance < 0.4) {
      await office.create('Order', { customer: id, orderedOn: dayOf(day) });
      log.push({ at, record: id, kind: 'order', values: { orderedOn: dayOf(day) } });
    } else {
      const wanted: Record<string, string | number> = { ...(random() < 0.6 && { status: pick(['active', 'left']) }), ...(random() < 0.5 && { calls: Math.floor(random() * 6) }), ...(random() < 0.2 && { renewsOn: dayOf(day + 1 + Math.floor(random() * 12)) }) };
      const values = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => record.state[field] !== value));
      if (Object.keys(values).length === 0) return;
      await office.update('Customer', id, values);
      Object.assign(record.state, values);
      log.push({ at, record: id, kind: 'updated', values });
    }
  }
}, 300_000);

function dayOf(day: number): string {
  return new Date(FIRST + day * DAY).toISOString().slice(0, 10);
}
