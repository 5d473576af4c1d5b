import { setupAreas, type Model, type ObjectModel, type SetupArea } from '@guanxi/metadata';
import type { Access, ObjectAccess } from './access.js';
import { hideUnreadable } from './computed-reads.js';
import { grantOfSet, muteGrant, sumGrants, settleGrant } from './grants.js';
import { isMasterField } from './masters.js';

export interface Person {
  readonly userId: string;
  readonly admin: boolean;
  readonly partner?: boolean;
}

/**
 * Adds up what somebody holds, permission sets and groups of them alike: what one of them grants is granted, and what a
 * group mutes is not granted through that group. Names without a document grant nothing. A partner is nobody's admin, uses
 * nothing of Setup, and `all` opens to them no more than what is shared. The platform's own objects can be read by everybody
 * and written by nobody.
 */
export function resolveAccess(model: Model, heldNames: readonly string[], person: Person): Access {
  const partner = person.partner === true;
  const admin = person.admin && !partner;
  const held = findHeld(model, heldNames);
  const objects = new Map<string, ObjectAccess>();
  for (const object of model.objects) {
    const access = admin ? allowEverything(object) : object.platform ? allowReading(object, partner) : addUp(object, held, partner);
    if (access) objects.set(object.name, Object.freeze(access));
  }
  if (!admin) {
    followMasters(model, objects);
    hideUnreadable(model, objects);
  }
  const names = held.map(({ name }) => name).sort();
  const key = admin ? 'admin' : `${partner ? 'partner ' : ''}sets ${JSON.stringify(names)}`;
  const setup = new Set<SetupArea>(admin ? setupAreas : partner ? [] : held.flatMap((one) => one.setup));
  const permissionSets = admin ? [] : [...new Set(held.flatMap(({ sets }) => sets.map((set) => set.name)))].sort();
  return Object.freeze({ key, userId: person.userId, admin, setup, partner, permissionSets, objects });
}

type Sets = Model['permissions'];
type Muted = NonNullable<Model['permissionGroups'][number]['muted']>;

/** A set alone, or the sets of a group and what it mutes of them. */
export interface Held {
  readonly name: string;
  readonly sets: Sets;
  readonly muted?: Muted;
  readonly setup: readonly SetupArea[];
}

export function findHeld(model: Model, heldNames: readonly string[]): readonly Held[] {
  const names = new Set(heldNames);
  const sets = model.permissions.filter(({ name }) => names.has(name));
  const groups = model.permissionGroups.filter(({ name }) => names.has(name));
  return [
    ...sets.map((set): Held => ({ name: set.name, sets: [set], setup: set.setup ?? [] })),
    ...groups.map((group): Held => {
      const members = model.permissions.filter(({ name }) => group.sets.includes(name));
      const setup = members.flatMap((set) => set.setup ?? []).filter((area) => group.muted?.setup?.includes(area) !== true);
      return { name: group.name, sets: members, setup, ...(group.muted && { muted: group.muted }) };
    }),
  ];
}

/** Undefined where nothing may be read: an object that cannot be read cannot be written either. */
function addUp(object: ObjectModel, held: readonly Held[], partner: boolean): ObjectAccess | undefined {
  const grants = held.flatMap(({ sets, muted }) => {
    const sum = sumGrants(sets.flatMap((set) => grantOfSet(object, set) ?? []));
    const left = sum && muteGrant(object, sum, muted?.objects?.[object.name] ?? {});
    return left ?? [];
  });
  const sum = sumGrants(grants);
  return sum && settleGrant(sum, partner);
}

/** Who may not see a master knows nothing of its details, and who may not change it changes none of them. */
function followMasters(model: Model, objects: Map<string, ObjectAccess>): void {
  const details = model.objects.filter((object) => object.fields.some(isMasterField));
  // Details of details are reached in as many rounds as there are levels.
  for (let round = 0; round < details.length; round += 1) {
    for (const detail of details) {
      const access = objects.get(detail.name);
      if (!access) continue;
      const masters = detail.fields.filter(isMasterField).map(({ target }) => objects.get(target ?? ''));
      const mayChange = masters.every((master) => master !== undefined && master.edit !== 'none');
      if (masters.includes(undefined)) objects.delete(detail.name);
      else if (!mayChange) objects.set(detail.name, Object.freeze({ ...access, create: false, edit: 'none', delete: 'none', import: false }));
    }
  }
}

function allowEverything(object: ObjectModel): ObjectAccess {
  if (object.platform) return allowReading(object, false);
  const editable = object.fields.filter((field) => field.writable).map((field) => field.name);
  return { read: 'all', create: true, edit: 'all', delete: 'all', import: true, export: true, readableFields: allNames(object), editableFields: new Set(editable) };
}

/** A partner learns what people are called, which records name as their owners, and neither how to reach them nor whom they report to. */
function allowReading(object: ObjectModel, partner: boolean): ObjectAccess {
  const readable = object.fields.filter(({ type }) => !partner || !['email', 'user'].includes(type));
  return { read: 'all', create: false, edit: 'none', delete: 'none', import: false, export: !partner, readableFields: new Set(readable.map(({ name }) => name)), editableFields: new Set() };
}

function allNames(object: ObjectModel): ReadonlySet<string> {
  return new Set(object.fields.map((field) => field.name));
}
