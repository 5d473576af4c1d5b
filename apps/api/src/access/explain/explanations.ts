import { Injectable } from '@nestjs/common';
import { say, type Wording } from '@guanxi/field-types';
import { objectWord, translate, type Model, type ObjectModel } from '@guanxi/metadata';
import { bindStatement, compileNames, compileWhoSees, explainAccess, type Deed, type ExplainedStep, type RecordFacts, type Seer, type Statement } from '@guanxi/query';
import { validate as isId } from 'uuid';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { UserRow } from '../../database/entities/user-row.js';
import { accountFaults } from '../../identity/identity-wording.js';
import { Users } from '../../identity/users.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { faults } from '../../records/fault-wording.js';
import type { Actor } from '../actor.js';
import { ADMIN_PERMISSION } from '../admin-permission.js';
import { mayUseSetup, setupRefusal } from '../setup-rights.js';
import { accessOf, groupByRights } from './explained-people.js';
import { verdicts } from './step-wording.js';
import { tellStep, type Telling, type ToldStep } from './tell-step.js';

export interface Asked {
  readonly userId: string;
  readonly object: string;
  readonly recordId?: string;
  readonly field?: string;
  readonly recordType?: string;
  readonly deed: Deed;
}

export interface ToldExplanation {
  readonly allowed: boolean;
  readonly sentence: string;
  readonly steps: readonly (ExplainedStep & ToldStep)[];
  readonly missing: readonly string[];
  readonly ask: readonly UserRow[];
}

export interface ToldSeer extends Seer {
  readonly user: UserRow;
  readonly sentence: string;
}

const MOST_TO_ASK = 5;
/** What people without the area of Setup are not told: it would name documents they may not know. */
const DOCUMENTS: readonly ExplainedStep['kind'][] = ['set', 'muting'];

/** Says why somebody may or may not do something, and who sees a record: as much of it as the one who asks may know. */
@Injectable()
export class AccessExplanations {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  async explain(actor: Actor, asked: Asked): Promise<ToldExplanation> {
    const { org } = actor;
    const isSelf = asked.userId === actor.userId;
    const isOpen = mayUseSetup(actor.access, ['access']);
    if (!isSelf && !isOpen) throw setupRefusal(['access']);
    const { model, revision } = await this.models.current(org);
    const object = findObject(model, asked.object, isOpen || actor.access.objects.has(asked.object), actor.locale);
    // Who may not read a field does not hear that there is one.
    const knowsField = asked.field === undefined || (isOpen ? object.fieldByName.has(asked.field) : actor.access.objects.get(object.name)?.readableFields.has(asked.field) === true);
    if (!knowsField) throw new ApiFailure('NOT_FOUND', say({ ...noField, words: { name: asked.field ?? '', object: objectWord(object) } }, actor.locale));
    const user = await this.users.find(org, asked.userId);
    if (!user) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
    const isKnown = asked.recordId === undefined || (await this.mayKnow(actor, model, object, asked.recordId));
    if (!isKnown && !isSelf) throw noRecord(object, asked.recordId ?? '', actor.locale);
    const access = isSelf ? actor.access : { ...accessOf(model, user), userId: user.id };
    const person = { access, holds: user.permissionSets, active: user.active };
    const { recordId, ...question } = asked;
    const ask = async (statement: Statement, record: string) => this.run<{ facts: RecordFacts }>(actor, user.id, statement, { record });
    const explained = await explainAccess(person, { ...question, ...(isKnown && recordId !== undefined && { record: recordId }) }, { model, access, schema: org.schema, revision }, ask);
    const hidden: ExplainedStep = { kind: 'hidden', outcome: 'refuses', decides: true, deed: asked.deed, object: object.name, depth: 0 };
    const allowed = explained.allowed && isKnown;
    const all = isKnown ? explained.steps : explained.allowed ? [...explained.steps.map((step) => ({ ...step, decides: false })), hidden] : explained.steps;
    const steps = isOpen ? all : all.filter(({ kind, depth, outcome, decides }) => decides || (depth === 0 && !DOCUMENTS.includes(kind) && !((kind === 'rule' || kind === 'share') && outcome !== 'grants')));
    const telling = await this.telling(actor, model, steps, isOpen, isSelf ? undefined : user.name);
    const told = steps.map((step) => ({ ...step, ...tellStep(step, telling) }));
    const decisive = told.find(({ decides }) => decides);
    const sentence = say({ ...(allowed ? verdicts.yes : verdicts.no), words: { step: decisive?.sentence ?? '' } }, actor.locale);
    const missing = allowed ? [] : [...new Set(told.flatMap(({ change, outcome }) => (change !== undefined && outcome !== 'grants' ? [change] : [])))];
    return { allowed, sentence, steps: told, missing, ask: allowed ? [] : await this.whomToAsk(actor, explained.steps, isKnown) };
  }

  /** Those who may read a record, by name; `after` is the last one of the page before. */
  async whoSees(actor: Actor, objectName: string, recordId: string, page: { readonly first: number; readonly after: readonly [string, string] | null }): Promise<{ readonly seers: readonly ToldSeer[]; readonly total: number }> {
    if (actor.access.partner) throw setupRefusal(['access']);
    const { model } = await this.models.current(actor.org);
    const object = findObject(model, objectName, actor.access.objects.has(objectName), actor.locale);
    if (!(await this.mayKnow(actor, model, object, recordId))) throw noRecord(object, recordId, actor.locale);
    const people = (await this.users.list(actor.org)).filter(({ active }) => active);
    const statement = compileWhoSees(object.name, groupByRights(model, people), { model, schema: actor.org.schema });
    const [afterName, afterId] = page.after ?? [null, null];
    const seers = await this.run<Seer>(actor, actor.userId, statement, { record: recordId, first: page.first, afterName, afterId });
    const isOpen = mayUseSetup(actor.access, ['access']);
    const telling = await this.telling(actor, model, [], isOpen, undefined);
    const byId = new Map(people.map((user) => [user.id, [user]]));
    return { total: Number(seers[0]?.total ?? 0), seers: seers.flatMap((seer) => (byId.get(seer.id) ?? []).map((user) => ({ ...seer, user, sentence: tellReason(seer, telling) }))) };
  }

  private async telling(actor: Actor, model: Model, steps: readonly ExplainedStep[], open: boolean, person: string | undefined): Promise<Telling> {
    const ids = steps.flatMap((step) => [...('owner' in step ? [step.owner] : []), ...(step.kind === 'share' ? [step.by, ...(step.principal.startsWith('user:') ? [step.principal.slice(5)] : [])] : [])]);
    const users = ids.length === 0 ? [] : await this.users.findMany(actor.org, [...new Set(ids)]);
    return { model, locale: actor.locale, timeZone: actor.timeZone, names: new Map(users.map(({ id, name }) => [id, name])), open, ...(person !== undefined && { person }) };
  }

  /** Who owns the record, where it is known who does; else admins. */
  private async whomToAsk(actor: Actor, steps: readonly ExplainedStep[], isKnown: boolean): Promise<readonly UserRow[]> {
    const isShared = steps.some(({ kind }) => kind === 'notShared' || kind === 'hidden');
    const owners = isKnown && isShared ? steps.flatMap((step) => ('owner' in step && step.depth === 0 ? [step.owner] : [])) : [];
    const people = (await this.users.list(actor.org)).filter(({ active, id }) => active && id !== actor.userId);
    const owning = people.filter(({ id }) => owners.includes(id));
    return owning.length > 0 ? owning : people.filter(({ permissionSets, kind }) => kind === 'internal' && permissionSets.includes(ADMIN_PERMISSION)).slice(0, MOST_TO_ASK);
  }

  /** Also of those in the recycle bin; whoever may read no record of the object knows of none. */
  private async mayKnow(actor: Actor, model: Model, object: ObjectModel, recordId: string): Promise<boolean> {
    if (!isId(recordId) || !actor.access.objects.has(object.name)) return false;
    if (object.platform) return true;
    const statement = compileNames(object.name, { model, access: actor.access, schema: actor.org.schema });
    return (await this.run(actor, actor.userId, statement, { ids: [recordId] })).length > 0;
  }

  private run<Row extends object>(actor: Actor, me: string, statement: Statement, variables: Readonly<Record<string, unknown>>): Promise<Row[]> {
    const { org, timeZone } = actor;
    const values = bindStatement(statement, { variables, me, now: this.clock.now(org).toISOString(), timeZone, org });
    return this.database.session(org).run<Row>({ text: statement.text, values });
  }
}

export function cursorOf({ name, id }: Seer): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url');
}

function findObject(model: Model, name: string, isKnown: boolean, locale: string): ObjectModel {
  const object = model.objectByName.get(name);
  if (!object || !isKnown) throw new ApiFailure('NOT_FOUND', say({ ...faults.noObject, words: { name } }, locale));
  return object;
}

function noRecord(object: ObjectModel, id: string, locale: string): ApiFailure {
  return new ApiFailure('NOT_FOUND', say({ ...faults.noRecord, words: { object: objectWord(object), id } }, locale));
}

function tellReason({ reason, rule }: Seer, { model, locale, open }: Telling): string {
  const document = open && rule !== null ? model.sharingRules.find(({ name }) => name === rule) : undefined;
  if (document) return say({ ...reasons.ruleNamed, words: { rule: translate(document.title, document.titles, locale) } }, locale);
  return say(reasons[reason], locale);
}

const noField: Wording = { en: 'There is no field "{name}" of {object}.', 'zh-TW': '{object}沒有「{name}」這個欄位。', 'zh-CN': '{object}没有“{name}”这个字段。' };

const reasons = {
  every: { en: 'May read every record', 'zh-TW': '可讀取所有記錄', 'zh-CN': '可读取所有记录' },
  owner: { en: 'Owns it', 'zh-TW': '擁有者', 'zh-CN': '所有者' },
  below: { en: 'Role above the owner’s', 'zh-TW': '角色位於擁有者之上', 'zh-CN': '角色位于所有者之上' },
  default: { en: 'Open to everybody by default', 'zh-TW': '預設對所有人開放', 'zh-CN': '默认对所有人开放' },
  rule: { en: 'A sharing rule', 'zh-TW': '共用規則', 'zh-CN': '共享规则' },
  ruleNamed: { en: 'Sharing rule “{rule}”', 'zh-TW': '共用規則「{rule}」', 'zh-CN': '共享规则“{rule}”' },
  share: { en: 'Shared with them', 'zh-TW': '已與其共用', 'zh-CN': '已与其共享' },
  parent: { en: 'Through the record it belongs to', 'zh-TW': '透過其所屬的記錄', 'zh-CN': '通过其所属的记录' },
} satisfies Readonly<Record<string, Wording>>;
