import { say, type Sentence, type Wording } from '@guanxi/field-types';
import { translate, type Model } from '@guanxi/metadata';
import type { ExplainedStep } from '@guanxi/query';
import { deedWords, levelWords, personWords, plainDeeds, stepWords } from './step-wording.js';

/** For whom and about whom steps are told. */
export interface Telling {
  readonly model: Model;
  readonly locale: string;
  readonly timeZone: string;
  /** The person asked about; undefined where people ask about themselves. */
  readonly person?: string;
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>;
  /** May know what sets and rules are called; others hear only of what kind they are. */
  readonly open: boolean;
}

export interface ToldStep {
  readonly sentence: string;
  /** What would have to be another way; only where the step does not open what was asked for. */
  readonly change?: string;
  /** The document or object behind it. */
  readonly link?: { readonly kind: string; readonly name: string };
}

type Words = Readonly<Record<string, string>>;

/** One step as a sentence in somebody's language. */
export function tellStep(step: ExplainedStep, telling: Telling): ToldStep {
  const speaking = new Speaking(step, telling);
  return (TELLERS[step.kind] as (step: ExplainedStep, speaking: Speaking) => ToldStep)(step, speaking);
}

type Of<Kind extends ExplainedStep['kind']> = Extract<ExplainedStep, { readonly kind: Kind }>;
type Tellers = { readonly [Kind in ExplainedStep['kind']]: (step: Of<Kind>, speaking: Speaking) => ToldStep };

const TELLERS: Tellers = {
  inactive: (_, to) => to.tell(stepWords.inactive, {}, stepWords.inactiveChange),
  admin: (_, to) => to.tell(stepWords.admin),
  platform: (_, to) => to.tell(stepWords.platform),
  set: ({ set, through, level }, to) => ({
    ...to.tell(through === undefined ? stepWords.set : stepWords.setThrough, { set: to.titleOf('permissions', set), level: to.say(levelWords[level]), ...(through !== undefined && { group: to.titleOf('permission-group', through) }) }),
    ...to.link('permissions', set),
  }),
  muting: ({ group, before, level }, to) => ({
    ...to.tell(stepWords.muting, { group: to.titleOf('permission-group', group), before: to.say(levelWords[before]), level: to.say(levelWords[level]) }),
    ...to.link('permission-group', group),
  }),
  partner: (_, to) => to.tell(stepWords.partner),
  limited: (_, to) => to.tell(stepWords.limited, {}, stepWords.limitedChange),
  right: ({ outcome, level, grantedBy }, to) => {
    if (outcome === 'grants') return to.tell(stepWords.right, { level: to.say(levelWords[level]) });
    const sets = to.telling.open ? grantedBy.map((name) => to.quoted(to.titleOf('permissions', name))) : [];
    return to.tell(stepWords.noRight, { sets: to.list(sets) }, sets.length > 0 ? stepWords.noRightChange : stepWords.noRightNobody);
  },
  masterRight: ({ master, needs }, to) => to.tell(needs === 'read' ? stepWords.masterRead : stepWords.masterEdit, { master: to.objectTitle(master) }, stepWords.masterChange),
  field: ({ field, outcome, because, exceptedBy, hidden = [] }, to) => {
    const words = { field: to.fieldTitle(field), sets: to.list(exceptedBy.map((name) => to.quoted(to.titleOf('permissions', name)))), fields: to.list(to.telling.open ? hidden : []) };
    const link = { link: { kind: 'object', name: to.step.object } };
    if (outcome === 'grants') return to.tell(stepWords.field, words);
    if (because === 'system') return to.tell(stepWords.fieldSystem, words);
    if (because === 'computed' && hidden.length > 0 && to.telling.open) return { ...to.tell(stepWords.fieldComputed, words), ...link };
    if (exceptedBy.length === 0 || !to.telling.open) return to.tell(stepWords.fieldClosed, words);
    return { ...to.tell(stepWords.fieldExcepted, words, stepWords.fieldExceptedChange), ...to.link('permissions', exceptedBy[0] ?? '') };
  },
  recordType: ({ recordType, outcome, allowed }, to) => to.tell(outcome === 'grants' ? stepWords.recordType : stepWords.noRecordType, { type: recordType, types: to.list(allowed) }, stepWords.recordTypeChange),
  gone: (_, to) => to.tell(stepWords.gone),
  hidden: (_, to) => to.tell(stepWords.hidden, {}, stepWords.hiddenChange),
  bin: (_, to) => to.tell(stepWords.bin, {}, stepWords.binChange),
  every: (_, to) => to.tell(stepWords.every),
  owner: ({ outcome, owner }, to) => to.tell(outcome === 'grants' ? stepWords.owner : stepWords.notOwner, { owner: to.nameOf(owner) }, outcome === 'refuses' ? stepWords.notOwnerChange : undefined),
  roles: ({ outcome, owner, closed }, to) => {
    if (closed) return to.tell(stepWords.rolesClosed);
    return { ...to.tell(outcome === 'grants' ? stepWords.roles : stepWords.notRoles, { owner: to.nameOf(owner) }, outcome === 'grants' ? undefined : stepWords.rolesChange), ...to.link('user', owner) };
  },
  default: ({ outcome, level, partner }, to) => {
    const link = { link: { kind: 'object', name: to.step.object } };
    if (outcome === 'grants') return { ...to.tell(stepWords.default, { level: to.say(plainDeeds[level === 'edit' ? 'edit' : 'read']) }), ...link };
    const words = partner && level !== 'private' ? stepWords.defaultPartner : level === 'private' ? stepWords.private : stepWords.defaultNotEnough;
    return { ...to.tell(words, {}, partner ? undefined : stepWords.defaultChange), ...link };
  },
  rule: (step, to) => tellRule(step, to),
  share: ({ outcome, principal, access, until, over, reason, by }, to) => {
    const words = { principal: to.principal(principal), access: to.say(access === 'edit' ? deedWords.edit : deedWords.read), by: to.nameOf(by), moment: until === null ? '' : to.moment(until) };
    const link = to.linkOf(principal);
    if (over) return { ...to.tell(stepWords.shareOver, words), ...link };
    if (outcome !== 'grants') return { ...to.tell(stepWords.shareReads, words), ...link };
    return { ...to.tell(stepWords.share, { ...words, until: until === null ? '' : to.say({ ...stepWords.until, words }), reason: reason ? to.say({ ...stepWords.reason, words: { reason } }) : '' }), ...link };
  },
  notShared: ({ deed }, to) => to.tell(stepWords.notShared, {}, deed === 'delete' ? stepWords.notSharedDelete : stepWords.notSharedChange),
  parent: ({ outcome, parent, parentObject, parentDeed }, to) => {
    const words = { parent: to.objectTitle(parentObject), deed: to.say(deedWords[parentDeed]) };
    if (parent === null) return to.tell(stepWords.noParent, words);
    return to.tell(outcome === 'grants' ? stepWords.parent : stepWords.parentClosed, words);
  },
  lock: ({ title }, to) => to.tell(stepWords.lock, { title }, stepWords.lockChange),
};

function tellRule({ rule, outcome, grantees, meant, falsePart, active }: Of<'rule'>, to: Speaking): ToldStep {
  if (!to.telling.open) return to.tell(stepWords.ruleUnnamed);
  const words = { rule: to.titleOf('sharing-rule', rule), grantees: to.list(grantees.map((one) => to.principal(one))), part: falsePart ?? '' };
  const link = to.link('sharing-rule', rule);
  if (outcome === 'grants') return { ...to.tell(stepWords.rule, words), ...link };
  if (!active) return { ...to.tell(stepWords.ruleOff, words), ...link };
  if (grantees.length === 0) return { ...to.tell(stepWords.ruleOthers, words, meant ? stepWords.ruleOthersChange : undefined), ...link };
  if (!meant) return { ...to.tell(falsePart === undefined ? stepWords.ruleOtherRecords : stepWords.ruleFalse, words), ...link };
  return { ...to.tell(stepWords.ruleReads, words), ...link };
}

/** Says things in one language about one step. */
class Speaking {
  constructor(readonly step: ExplainedStep, readonly telling: Telling) {}

  tell(sentence: Wording, words: Words = {}, change?: Wording): ToldStep {
    const all = { ...this.usual(), ...words };
    const opens = this.step.outcome === 'grants';
    return { sentence: this.say({ ...sentence, words: all }), ...(change && !opens && { change: this.say({ ...change, words: all }) }) };
  }

  say(sentence: Sentence): string {
    return say(sentence, this.telling.locale);
  }

  link(kind: string, name: string): Pick<ToldStep, 'link'> {
    return this.telling.open ? { link: { kind, name } } : {};
  }

  /** Where a role, a team or a queue is kept; nothing for people. */
  linkOf(principal: string): Pick<ToldStep, 'link'> {
    const [kind = '', name = ''] = principal.split(/:(.*)/s);
    const document = kind === 'below' ? 'role' : kind;
    return document === 'role' || document === 'team' || document === 'queue' ? this.link(document, name) : {};
  }

  quoted(text: string): string {
    return this.telling.locale === 'zh-TW' ? `「${text}」` : `“${text}”`;
  }

  list(texts: readonly string[]): string {
    return new Intl.ListFormat(this.telling.locale, { type: 'conjunction' }).format(texts);
  }

  moment(instant: string): string {
    return new Intl.DateTimeFormat(this.telling.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: this.telling.timeZone }).format(new Date(instant));
  }

  nameOf(id: string): string {
    return this.telling.names.get(id) ?? this.say(personWords.unknown);
  }

  principal(principal: string): string {
    const [kind = '', name = ''] = principal.split(/:(.*)/s);
    if (kind === 'user') return this.nameOf(name);
    if (kind === 'everyone') return this.say(personWords.everyone);
    const documentKind = kind === 'below' ? 'role' : kind;
    return this.say({ ...personWords[kind as 'role' | 'below' | 'team' | 'queue'], words: { name: this.titleOf(documentKind, name) } });
  }

  objectTitle(name: string): string {
    const object = this.telling.model.objectByName.get(name);
    return object ? translate(object.label, object.document?.guanxi.titles, this.telling.locale) : name;
  }

  fieldTitle(name: string): string {
    const field = this.telling.model.objectByName.get(this.step.object)?.fieldByName.get(name);
    return field ? translate(field.label, field.property.guanxi['titles'] as never, this.telling.locale) : name;
  }

  titleOf(kind: string, name: string): string {
    const found = this.telling.model.documents.find((one) => one.name === name && (one.kind === kind || (kind === 'permissions' && one.kind === 'permission-group')));
    return found && 'title' in found ? translate(found.title, 'titles' in found ? found.titles : undefined, this.telling.locale) : name;
  }

  private usual(): Words {
    const { person } = this.telling;
    return {
      object: this.objectTitle(this.step.object),
      deed: this.say(deedWords[this.step.deed]),
      person: person ?? this.say(personWords.you),
      personOf: person === undefined ? this.say(personWords.your) : this.say({ ...personWords.of, words: { person } }),
    };
  }
}
