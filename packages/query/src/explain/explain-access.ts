import type { Model, ObjectModel } from '@guanxi/metadata';
import { isMasterField } from '../access/masters.js';
import type { SharingGround } from '../access/sharing/sharing-grounds.js';
import type { Doing, Ground } from '../compile/compilation.js';
import type { Statement } from '../statement/statement.js';
import { compileRecordFacts, type RecordFacts, type RuleFacts } from './compile-record-facts.js';
import { explainRights, levelOf, type ExplainedPerson } from './explain-rights.js';
import type { Deed, ExplainedStep, Explanation, StepOutcome, StepSays } from './explanation.js';

export interface AccessQuestion {
  readonly object: string;
  readonly deed: Deed;
  readonly record?: string;
  readonly field?: string;
  readonly recordType?: string;
}

/** Runs a statement for the person who is explained, with `record` among its variables. */
export type AskRecord = (statement: Statement, record: string) => Promise<readonly { readonly facts: RecordFacts }[]>;

/** No chain of records that decide for each other is longer. */
const MOST_LEVELS = 10;

/**
 * Why somebody may or may not do something, step by step. Whether they may is what the compiled predicates say; the steps
 * are those same predicates asked one by one. `ground.access` are the person's rights.
 */
export async function explainAccess(person: ExplainedPerson, question: AccessQuestion, ground: Ground, ask: AskRecord): Promise<Explanation> {
  const { model } = ground;
  const object = model.objectByName.get(question.object);
  if (!object) throw new RangeError(`There is no object ${question.object}.`);
  const rights = explainRights(model, person, { ...question, object });
  const mayAtAll = !rights.some(({ outcome }) => outcome === 'refuses');
  const doing = doingOf(question.deed);
  if (question.record === undefined || object.platform || doing === undefined) return mark(rights, mayAtAll);
  const place: Place = { person, model, ground, ask };
  const found = await explainRecord(place, { object, record: question.record, doing, depth: 0 });
  return mark([...rights, ...found.steps], mayAtAll && found.allowed);
}

/** What is done to the record that is there; new records and files are no matter of one. */
function doingOf(deed: Deed): Doing | undefined {
  if (deed === 'create') return undefined;
  return deed === 'edit' || deed === 'delete' ? deed : deed === 'import' ? 'edit' : 'read';
}

interface Place {
  readonly person: ExplainedPerson;
  readonly model: Model;
  readonly ground: Ground;
  readonly ask: AskRecord;
}

interface RecordPlace {
  readonly object: ObjectModel;
  readonly record: string;
  readonly doing: Doing;
  readonly depth: number;
}

interface Found {
  readonly allowed: boolean;
  readonly steps: readonly ExplainedStep[];
}

async function explainRecord(place: Place, at: RecordPlace): Promise<Found> {
  const { object, doing, record, depth } = at;
  const tell = (deed: Doing, says: StepSays, outcome: StepOutcome): ExplainedStep => ({ ...says, outcome, deed, object: object.name, record, depth, decides: false });
  const facts = await factsOf(place, object, doing, record);
  if (!facts) return { allowed: false, steps: [tell(doing, { kind: 'gone' }, 'refuses')] };
  const steps: ExplainedStep[] = [];
  if (depth === 0 && facts.deleted) steps.push(tell(doing, { kind: 'bin' }, 'refuses'));
  // Whoever changes a record sees it. What decides for another is asked for nothing but what is done to that one.
  const sees = depth > 0 || facts.open?.read === true;
  if (!sees && doing !== 'read') {
    const reading = await factsOf(place, object, 'read', record);
    if (reading) steps.push(...(await explainOpenness(place, { ...at, doing: 'read' }, reading)));
  }
  steps.push(...(await explainOpenness(place, at, facts)));
  for (const { id, title } of depth === 0 && doing !== 'read' ? facts.locks : []) steps.push(tell(doing, { kind: 'lock', approval: id, title }, 'refuses'));
  const allowed = sees && facts.open?.deed === true && !steps.some(({ kind }) => kind === 'bin' || kind === 'lock');
  return { allowed, steps };
}

async function factsOf({ ground, ask }: Place, object: ObjectModel, doing: Doing, record: string): Promise<RecordFacts | undefined> {
  const [row] = await ask(compileRecordFacts(object, doing, ground), record);
  return row?.facts;
}

/** What the rights on the object leave, and what its sharing says of the record. */
async function explainOpenness(place: Place, at: RecordPlace, facts: RecordFacts): Promise<ExplainedStep[]> {
  const { object, doing, record, depth } = at;
  const tell = (says: StepSays, holds: boolean, otherwise: StepOutcome = 'silent'): ExplainedStep => ({ ...says, outcome: holds ? 'grants' : otherwise, deed: doing, object: object.name, record, depth, decides: false });
  const isOpen = doing === 'read' ? facts.open?.read === true : facts.open?.deed === true;
  const level = levelOf(place.person.access.objects.get(object.name), doing);
  const isDetail = object.fields.some(isMasterField);
  const owner = { kind: 'owner', owner: facts.owner } as const;
  if (!isDetail && level === 'all') return [tell({ kind: 'every' }, true)];
  if (!isDetail && level === 'own') return [tell(owner, isOpen, 'refuses')];
  if (facts.parents.length > 0) return explainParents(place, at, facts, tell);
  const holds = (kind: SharingGround['kind'], rule: string | null = null) => facts.grounds.some((one) => one.kind === kind && one.rule === rule && one.holds);
  const closed = !facts.grounds.some(({ kind }) => kind === 'below');
  const preset = object.document?.guanxi.sharing?.default;
  const steps = [tell(owner, holds('owner')), tell({ kind: 'roles', owner: facts.owner, closed }, holds('below'))];
  if (doing !== 'delete') {
    const isEnough = (access: 'read' | 'edit') => doing === 'read' || access === 'edit';
    steps.push(
      tell({ kind: 'default', level: preset === 'read' || preset === 'edit' ? preset : 'private', partner: place.person.access.partner }, holds('default')),
      ...facts.rules.map((told) => tell(sayRule(place.model, told), holds('rule', told.rule))),
      // The predicate says whether one of them is enough; which one follows from what they are.
      ...facts.shares.map(({ id, ...share }) => tell({ kind: 'share', share: id, ...share }, holds('share') && !share.over && isEnough(share.access))),
    );
  }
  return steps.some(({ outcome }) => outcome === 'grants') ? steps : [...steps, tell({ kind: 'notShared' }, false, 'refuses')];
}

type Tell = (says: StepSays, holds: boolean, otherwise?: StepOutcome) => ExplainedStep;

function sayRule(model: Model, { rule, meant, grantees, parts }: RuleFacts): StepSays {
  const document = model.sharingRules.find(({ name }) => name === rule);
  const wrong = meant ? undefined : parts.find((part) => !part.holds)?.text;
  return { kind: 'rule', rule, access: document?.access ?? 'read', grantees, meant, active: document?.active !== false, ...(wrong !== undefined && { falsePart: wrong }) };
}

/** Details go with all their masters; what leaves its sharing to another record goes with that one, or is its owner's alone. */
async function explainParents(place: Place, { object, doing, depth }: RecordPlace, facts: RecordFacts, tell: Tell): Promise<ExplainedStep[]> {
  const steps: ExplainedStep[] = [];
  const deed = doing === 'read' ? 'read' : 'edit';
  for (const { field, object: parentObject, record: parent } of facts.parents) {
    const target = place.model.objectByName.get(parentObject);
    const says = { kind: 'parent', field, parent, parentObject, parentDeed: deed } as const;
    if (parent === null && !object.fields.some(isMasterField)) {
      steps.push(tell(says, false), tell({ kind: 'owner', owner: facts.owner }, facts.owner === place.person.access.userId, 'refuses'));
    } else if (parent === null || !target || depth >= MOST_LEVELS) {
      steps.push(tell(says, false, 'refuses'));
    } else {
      const rights = explainRights(place.model, place.person, { object: target, deed }, depth + 1);
      const found = await explainRecord(place, { object: target, record: parent, doing: deed, depth: depth + 1 });
      const opens = found.allowed && !rights.some(({ outcome }) => outcome === 'refuses');
      steps.push(tell(says, opens, 'refuses'), ...rights, ...found.steps);
    }
  }
  return steps;
}

/** The step that the answer hangs on: of what is allowed the first that opens it, as deep as it goes; of what is not, the first that stands against it. */
function mark(steps: readonly ExplainedStep[], allowed: boolean): Explanation {
  const decisive = allowed ? findOpening(steps) : (steps.find(({ outcome, kind }) => outcome === 'refuses' && kind !== 'parent') ?? steps.find(({ outcome }) => outcome === 'refuses'));
  return { allowed, steps: steps.map((step) => (step === decisive ? { ...step, decides: true } : step)) };
}

const OPENING: readonly ExplainedStep['kind'][] = ['every', 'owner', 'roles', 'default', 'rule', 'share'];

function findOpening(steps: readonly ExplainedStep[]): ExplainedStep | undefined {
  const granting = steps.filter(({ outcome }) => outcome === 'grants');
  return granting.find(({ kind }) => OPENING.includes(kind)) ?? granting.findLast(({ kind }) => kind === 'field') ?? granting.findLast(({ kind }) => kind === 'right' || kind === 'admin' || kind === 'platform');
}

