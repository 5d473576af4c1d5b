import type { GrantedScope, MutedObject, ObjectModel, PermissionDocument } from '@guanxi/metadata';
import type { ObjectAccess, RecordScope } from './access.js';

/** From the narrowest to the widest. */
const SCOPES = ['none', 'own', 'shared', 'all'] as const satisfies readonly RecordScope[];

/** What one permission set grants on an object; undefined where it lets nobody read. */
export function grantOfSet(object: ObjectModel, { objects, recordTypes }: PermissionDocument): ObjectAccess | undefined {
  const granted = objects[object.name];
  if (granted?.read === undefined) return undefined;
  const { fields = {} } = granted;
  const isReadable = (name: string) => fields[name]?.read !== false;
  const writes = granted.create === true || granted.edit !== undefined;
  const readable = object.fields.filter((field) => field.system || isReadable(field.name));
  const editable = object.fields.filter((field) => writes && field.writable && isReadable(field.name) && fields[field.name]?.edit !== false);
  const types = recordTypes?.[object.name];
  return {
    read: granted.read,
    create: granted.create === true,
    edit: scopeOf(granted.edit),
    delete: scopeOf(granted.delete),
    import: granted.import === true,
    export: granted.export === true,
    readableFields: namesOf(readable),
    editableFields: namesOf(editable),
    ...(types && { recordTypes: new Set(types) }),
  };
}

/** What any of the grants grants; undefined of none. */
export function sumGrants(grants: readonly ObjectAccess[]): ObjectAccess | undefined {
  if (grants.length < 2) return grants[0];
  const recordTypes = sumRecordTypes(grants.filter(isWriting));
  return {
    read: widest(grants.map(({ read }) => read)),
    create: grants.some(({ create }) => create),
    edit: widest(grants.map(({ edit }) => edit)),
    delete: widest(grants.map((grant) => grant.delete)),
    import: grants.some((grant) => grant.import),
    export: grants.some((grant) => grant.export),
    readableFields: new Set(grants.flatMap(({ readableFields }) => [...readableFields])),
    editableFields: new Set(grants.flatMap(({ editableFields }) => [...editableFields])),
    ...(recordTypes && { recordTypes }),
  };
}

/** A grant without what a group mutes of it; undefined where nothing is left to read. */
export function muteGrant(object: ObjectModel, grant: ObjectAccess, muted: MutedObject): ObjectAccess | undefined {
  if (muted.read) return undefined;
  const limit = muted.atMost ?? 'all';
  const create = grant.create && !muted.create;
  const edit = muted.edit ? 'none' : narrower(grant.edit, limit);
  const writes = create || edit !== 'none';
  const isRead = (name: string) => object.fieldByName.get(name)?.system === true || muted.fields?.[name]?.read !== true;
  const isEdited = (name: string) => writes && isRead(name) && muted.fields?.[name]?.edit !== true;
  return {
    ...grant,
    read: narrower(grant.read, limit),
    create,
    edit,
    delete: muted.delete ? 'none' : narrower(grant.delete, limit),
    import: grant.import && !muted.import,
    export: grant.export && !muted.export,
    readableFields: new Set([...grant.readableFields].filter(isRead)),
    editableFields: new Set([...grant.editableFields].filter(isEdited)),
  };
}

/** A partner sees at most what is shared with them; a file brings in nothing where nothing may be written. */
export function settleGrant(grant: ObjectAccess, partner: boolean): ObjectAccess {
  const limit = partner ? 'shared' : 'all';
  return {
    ...grant,
    read: narrower(grant.read, limit),
    edit: narrower(grant.edit, limit),
    delete: narrower(grant.delete, limit),
    import: grant.import && isWriting(grant),
  };
}

/** Undefined, which stands for all of them, where one that lets people write says nothing of them. */
function sumRecordTypes(writing: readonly ObjectAccess[]): ReadonlySet<string> | undefined {
  if (writing.length === 0 || writing.some(({ recordTypes }) => recordTypes === undefined)) return undefined;
  return new Set(writing.flatMap(({ recordTypes }) => [...(recordTypes ?? [])]));
}

function isWriting({ create, edit }: ObjectAccess): boolean {
  return create || edit !== 'none';
}

function scopeOf(scope: GrantedScope | undefined): RecordScope {
  return scope ?? 'none';
}

function narrower(left: RecordScope, right: RecordScope): RecordScope {
  return SCOPES.find((scope) => left === scope || right === scope) ?? 'none';
}

function widest(scopes: readonly RecordScope[]): RecordScope {
  return SCOPES.findLast((scope) => scopes.includes(scope)) ?? 'none';
}

function namesOf(fields: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(fields.map(({ name }) => name));
}
