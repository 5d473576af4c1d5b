import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import type { Access, ObjectAccess } from '../access/access.js';
import { formulaReads } from '../access/computed-reads.js';
import { grantOfSet, muteGrant, sumGrants } from '../access/grants.js';
import { isMasterField } from '../access/masters.js';
import { findHeld, type Held } from '../access/resolve-access.js';
import type { Deed, ExplainedStep, Level, StepOutcome, StepSays } from './explanation.js';

/** Whose rights are explained. */
export interface ExplainedPerson {
  readonly access: Access;
  /** Names of the permission sets and groups of them that the person was given. */
  readonly holds: readonly string[];
  readonly active: boolean;
}

export interface ExplainedRights {
  readonly object: ObjectModel;
  readonly deed: Deed;
  readonly field?: string;
  readonly recordType?: string;
}

type Step = StepSays & { readonly outcome: StepOutcome; readonly deed: Deed };

/** What the person's permission sets and groups say of a deed, in the order in which they are added up. No record is looked at. */
export function explainRights(model: Model, person: ExplainedPerson, asked: ExplainedRights, depth = 0): ExplainedStep[] {
  const { object, deed } = asked;
  const { access, active } = person;
  const tell = (steps: readonly Step[]) => steps.map((step): ExplainedStep => ({ ...step, object: object.name, depth, decides: false }));
  const field = asked.field === undefined ? undefined : object.fieldByName.get(asked.field);
  const out: Step[] = [];
  if (!active) out.push({ kind: 'inactive', outcome: 'refuses', deed });
  if (object.platform) out.push({ kind: 'platform', outcome: levelOf(access.objects.get(object.name), deed) === 'none' ? 'refuses' : 'grants', deed });
  else if (access.admin) out.push({ kind: 'admin', outcome: 'grants', deed });
  else {
    if (deed !== 'read') out.push(...explainObject(model, person, object, 'read').filter(({ outcome }) => outcome === 'refuses'));
    out.push(...explainObject(model, person, object, deed));
  }
  if (field) out.push(...explainField(model, person, object, field, deed));
  if (asked.recordType !== undefined && (deed === 'create' || deed === 'edit')) out.push(explainRecordType(access, object, asked.recordType, deed));
  return tell(out);
}

export function levelOf(access: ObjectAccess | undefined, deed: Deed): Level {
  const value = access?.[deed];
  return typeof value === 'boolean' ? (value ? 'yes' : 'none') : (value ?? 'none');
}

function explainObject(model: Model, { access, holds }: ExplainedPerson, object: ObjectModel, deed: Deed): Step[] {
  const granted = findHeld(model, holds).flatMap((held) => explainHeld(model, held, object, deed));
  const level = levelOf(access.objects.get(object.name), deed);
  const grantedBy = model.permissions.filter((set) => levelOf(grantOfSet(object, set), deed) !== 'none').map(({ name }) => name);
  const most = granted.some((step) => 'level' in step && step.level === 'all');
  const lowered: Step[] = access.partner && most ? [{ kind: 'partner', outcome: 'silent', deed }] : [];
  const limited: Step[] = access.limited && level === 'none' ? [{ kind: 'limited', outcome: 'refuses', deed }] : [];
  return [
    ...granted, ...lowered, ...limited, ...explainMasters(access, object, deed),
    { kind: 'right', outcome: level === 'none' ? 'refuses' : 'grants', level, grantedBy, deed },
  ];
}

/** Each set that says something of the deed, and what the group it is held by takes out again. */
function explainHeld(model: Model, { name, sets, muted }: Held, object: ObjectModel, deed: Deed): Step[] {
  const isGroup = model.permissionGroups.some((group) => group.name === name);
  const steps = sets.flatMap((set): Step[] => {
    const level = levelOf(grantOfSet(object, set), deed);
    return level === 'none' ? [] : [{ kind: 'set', outcome: 'grants', set: set.name, level, ...(isGroup && { through: name }), deed }];
  });
  const sum = sumGrants(sets.flatMap((set) => grantOfSet(object, set) ?? []));
  const before = levelOf(sum, deed);
  const after = levelOf(sum && muteGrant(object, sum, muted?.objects?.[object.name] ?? {}), deed);
  return before === after ? steps : [...steps, { kind: 'muting', outcome: 'silent', group: name, before, level: after, deed }];
}

function explainMasters({ objects }: Access, object: ObjectModel, deed: Deed): Step[] {
  return object.fields.filter(isMasterField).flatMap(({ target = '' }): Step[] => {
    const master = objects.get(target);
    if (master === undefined) return [{ kind: 'masterRight', outcome: 'refuses', master: target, needs: 'read', deed }];
    const changes = deed !== 'read' && deed !== 'export';
    return changes && master.edit === 'none' ? [{ kind: 'masterRight', outcome: 'refuses', master: target, needs: 'edit', deed }] : [];
  });
}

/** Fields are read, written with a new record, or changed. */
function explainField(model: Model, { access, holds }: ExplainedPerson, object: ObjectModel, field: FieldModel, deed: Deed): Step[] {
  const own = access.objects.get(object.name);
  const writes = deed === 'create' || deed === 'edit' || deed === 'import';
  const allowed = (writes ? own?.editableFields : own?.readableFields)?.has(field.name) === true;
  const exceptedBy = findHeld(model, holds).flatMap(({ name, sets, muted }) => {
    const word = muted?.objects?.[object.name]?.fields?.[field.name];
    const mutes = word?.read === true || (writes && word?.edit === true);
    const excepting = sets.filter((set) => {
      const exception = set.objects[object.name]?.fields?.[field.name];
      return exception?.read === false || (writes && exception?.edit === false);
    });
    return [...(mutes ? [name] : []), ...excepting.map((set) => set.name)];
  });
  const because = allowed ? undefined : whyNobody(field, writes, exceptedBy);
  const hidden = because === 'computed' && field.formula ? formulaReads(model, object, field.formula).filter(([where, read]) => access.objects.get(where)?.readableFields.has(read) !== true).map((read) => read.join('.')) : [];
  return [{ kind: 'field', outcome: allowed ? 'grants' : 'refuses', field: field.name, exceptedBy: [...new Set(exceptedBy)], ...(because && { because }), ...(hidden.length > 0 && { hidden }), deed }];
}

function whyNobody({ writable }: FieldModel, writes: boolean, exceptedBy: readonly string[]): 'system' | 'computed' | undefined {
  if (writes && !writable) return 'system';
  return exceptedBy.length === 0 && !writes ? 'computed' : undefined;
}

function explainRecordType({ objects }: Access, object: ObjectModel, recordType: string, deed: Deed): Step {
  const allowed = objects.get(object.name)?.recordTypes;
  const names = [...(allowed ?? object.recordTypes.map(({ name }) => name))];
  return { kind: 'recordType', outcome: allowed === undefined || allowed.has(recordType) ? 'grants' : 'refuses', recordType, allowed: names, deed };
}
