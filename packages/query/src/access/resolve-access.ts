import { setupAreas, type GrantedScope, type Model, type ObjectModel, type ObjectPermission, type PermissionDocument, type SetupArea } from '@guanxi/metadata';
import type { Access, ObjectAccess, RecordScope } from './access.js';
import { hideUnreadable } from './computed-reads.js';
import { isMasterField } from './masters.js';

export interface Person {
  readonly userId: string;
  readonly admin: boolean;
  readonly partner?: boolean;
}

/**
 * Adds up permission sets: what one of them grants is granted. Names without a document grant nothing.
 * The platform's own objects can be read by everybody and written by nobody.
 */
export function resolveAccess(model: Model, permissionNames: readonly string[], person: Person): Access {
  const names = [...new Set(permissionNames)].sort();
  const granted = model.permissions.filter((document) => names.includes(document.name));
  const objects = new Map<string, ObjectAccess>();
  for (const object of model.objects) {
    const access = person.admin
      ? allowEverything(object)
      : object.platform
        ? allowReading(object)
        : addUp(object, granted);
    if (access) objects.set(object.name, Object.freeze(access));
  }
  if (!person.admin) {
    followMasters(model, objects);
    hideUnreadable(model, objects);
  }
  const permissionSets = person.admin ? [] : granted.map((document) => document.name).sort();
  const key = person.admin ? 'admin' : `sets ${JSON.stringify(permissionSets)}`;
  const setup = new Set<SetupArea>(person.admin ? setupAreas : granted.flatMap((document) => document.setup ?? []));
  return Object.freeze({ key, userId: person.userId, admin: person.admin, setup, partner: person.partner === true, permissionSets, objects });
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
      else if (!mayChange) objects.set(detail.name, Object.freeze({ ...access, create: false, edit: 'none', delete: 'none' }));
    }
  }
}

function allowEverything(object: ObjectModel): ObjectAccess {
  if (object.platform) return allowReading(object);
  const editable = object.fields.filter((field) => field.writable).map((field) => field.name);
  return { read: 'all', create: true, edit: 'all', delete: 'all', import: true, export: true, readableFields: allNames(object), editableFields: new Set(editable) };
}

function allowReading(object: ObjectModel): ObjectAccess {
  return { read: 'all', create: false, edit: 'none', delete: 'none', import: false, export: true, readableFields: allNames(object), editableFields: new Set() };
}

function allNames(object: ObjectModel): ReadonlySet<string> {
  return new Set(object.fields.map((field) => field.name));
}

/** Undefined where nothing may be read: an object that cannot be read cannot be written either. */
function addUp(object: ObjectModel, granted: readonly PermissionDocument[]): ObjectAccess | undefined {
  const permissions = granted.flatMap((document): ObjectPermission[] => [document.objects[object.name] ?? []].flat());
  const reading = permissions.filter((permission) => permission.read !== undefined);
  if (reading.length === 0) return undefined;
  const writing = reading.filter((permission) => permission.create || permission.edit);
  const readable = object.fields.filter(
    (field) => field.system || reading.some((permission) => permission.fields?.[field.name]?.read !== false),
  );
  const readableFields = new Set(readable.map((field) => field.name));
  const editable = object.fields.filter(
    (field) =>
      field.writable &&
      readableFields.has(field.name) &&
      writing.some(({ fields }) => fields?.[field.name]?.edit !== false && fields?.[field.name]?.read !== false),
  );
  const recordTypes = grantedRecordTypes(object, granted);
  return {
    read: widest(reading.map((permission) => permission.read)),
    create: reading.some((permission) => permission.create === true),
    edit: widest(reading.map((permission) => permission.edit)),
    delete: widest(reading.map((permission) => permission.delete)),
    import: reading.some((permission) => permission.import === true),
    export: reading.some((permission) => permission.export === true),
    readableFields,
    editableFields: new Set(editable.map((field) => field.name)),
    ...(recordTypes && { recordTypes }),
  };
}

/** Undefined where a set that lets people write says nothing about them: then all may be given. */
function grantedRecordTypes(object: ObjectModel, granted: readonly PermissionDocument[]): ReadonlySet<string> | undefined {
  const writing = granted.filter(({ objects }) => objects[object.name]?.create || objects[object.name]?.edit);
  if (writing.length === 0 || writing.some(({ recordTypes }) => recordTypes?.[object.name] === undefined)) return undefined;
  return new Set(writing.flatMap(({ recordTypes }) => recordTypes?.[object.name] ?? []));
}

function widest(scopes: readonly (GrantedScope | undefined)[]): RecordScope {
  return (['all', 'shared', 'own'] as const).find((scope) => scopes.includes(scope)) ?? 'none';
}
