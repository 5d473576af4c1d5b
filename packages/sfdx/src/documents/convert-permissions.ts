import type { ObjectPermission, PermissionDocument } from '@guanxi/metadata';
import { makeId, shorten, untakenName, type Conversion } from '../conversion.js';
import type { ObjectNames } from '../names/name-book.js';
import type { SourceItem } from '../project/source-project.js';
import { elementsOf, isTrue, textOf, type XmlElement } from '../xml/read-xml.js';

export interface ConvertedPermissions {
  readonly document: PermissionDocument;
  /** API names of apps that its holders see. */
  readonly apps: readonly string[];
  /** Layouts that its holders see, of all records or of a record type. */
  readonly layouts: readonly { readonly layout: string; readonly recordType?: string }[];
}

/** Permission sets, and profiles, which are permission sets here. */
export function convertPermissions(conversion: Conversion): readonly ConvertedPermissions[] {
  const { permissionSets, profiles } = conversion.project;
  const taken = new Set<string>();
  const named = (item: SourceItem, element: string) => {
    const isTaken: Conversion['isTaken'] = (kind, name, id) => taken.has(name) || conversion.isTaken(kind, name, id);
    const name = untakenName('permissions', shorten(item.name, 90), makeId('sf', element), isTaken);
    taken.add(name);
    return name;
  };
  return [
    ...permissionSets.map((item) => convert(item, `permission set ${item.name}`, named(item, `permission set ${item.name}`), conversion)),
    ...profiles.map((item) => convert(item, `profile ${item.name}`, named(item, `profile ${item.name}`), conversion)),
  ];
}

/** What such a file grants beside objects and fields, and why it is not taken over. */
const OTHERS: Readonly<Record<string, string>> = {
  classAccesses: 'access to code', pageAccesses: 'access to pages', userPermissions: 'rights over Salesforce itself', customPermissions: 'custom permissions', customSettingAccesses: 'access to custom settings', flowAccesses: 'access to flows', loginHours: 'login hours', loginIpRanges: 'addresses to sign in from', externalDataSourceAccesses: 'access to other systems',
};

function convert(item: SourceItem, element: string, name: string, conversion: Conversion): ConvertedPermissions {
  const { book, report } = conversion;
  const origin = { file: item.path, element };
  const others = Object.entries(OTHERS).flatMap(([key, words]) => (elementsOf(item.element, key).length > 0 ? [words] : []));
  report.note(origin, others.length > 0 ? 'changed' : 'taken', others.length > 0 ? `Left out: ${others.join(', ')}.` : '');
  let elsewhere = 0;
  const fields = fieldRights(item.element, conversion, origin.file, () => (elsewhere += 1));
  const objects: Record<string, ObjectPermission> = {};
  for (const granted of elementsOf(item.element, 'objectPermissions')) {
    const object = book.object(textOf(granted, 'object') ?? '');
    if (!object) {
      elsewhere += 1;
      continue;
    }
    const permission = objectPermission(granted, object, fields.get(object.name));
    if (permission) objects[object.name] = permission;
  }
  if (elsewhere > 0) report.note(origin, 'changed', `${elsewhere} rights on objects that the project does not describe were left out.`);
  const title = textOf(item.element, 'label') ?? item.name;
  const document: PermissionDocument = { kind: 'permissions', name, title: shorten(title, 255), objects, ...recordTypesOf(item.element, book, objects), guanxi: { id: makeId('sf', element) } };
  conversion.origins.set(document, origin);
  return {
    document,
    apps: elementsOf(item.element, 'applicationVisibilities').flatMap((one) => (isTrue(one, 'visible') ? (textOf(one, 'application') ?? []) : [])),
    layouts: elementsOf(item.element, 'layoutAssignments').flatMap((one) => {
      const layout = textOf(one, 'layout');
      const recordType = textOf(one, 'recordType')?.split('.').at(-1);
      return layout === undefined ? [] : [{ layout, ...(recordType === undefined ? {} : { recordType }) }];
    }),
  };
}

interface FieldRight {
  readonly read: boolean;
  readonly edit: boolean;
}

function fieldRights(element: XmlElement, { book, report }: Conversion, file: string, countElsewhere: () => void): ReadonlyMap<string, ReadonlyMap<string, FieldRight>> {
  const rights = new Map<string, Map<string, FieldRight>>();
  for (const granted of [...elementsOf(element, 'fieldPermissions'), ...elementsOf(element, 'fieldLevelSecurities')]) {
    const api = textOf(granted, 'field') ?? '';
    const [objectApi = '', fieldApi = ''] = api.split('.');
    const object = book.object(objectApi);
    const field = object && book.field(object, fieldApi);
    if (!object) {
      countElsewhere();
      continue;
    }
    if (!field) {
      if (object.described.kind === 'standard' && !/__c$/i.test(fieldApi)) countElsewhere();
      else report.note({ file, element: `rights on ${api}` }, 'left', 'There is no such field.');
      continue;
    }
    const own = rights.get(object.name) ?? new Map<string, FieldRight>();
    rights.set(object.name, own.set(field.name, { read: isTrue(granted, 'readable') || isTrue(granted, 'editable'), edit: isTrue(granted, 'editable') }));
  }
  return rights;
}

/** Details follow their masters; other objects their sharing model. */
function objectPermission(granted: XmlElement, object: ObjectNames, rights: ReadonlyMap<string, FieldRight> | undefined): ObjectPermission | undefined {
  const sharing = textOf(object.described.element, 'sharingModel') ?? 'ReadWrite';
  const everything = isTrue(granted, 'modifyAllRecords');
  const sees = everything || isTrue(granted, 'viewAllRecords') || sharing !== 'Private' ? 'all' : 'own';
  const changes = everything || (sharing !== 'Private' && sharing !== 'Read') ? 'all' : 'own';
  if (!isTrue(granted, 'allowRead')) return undefined;
  const fields = fieldExceptions(object, rights, isTrue(granted, 'allowEdit') || isTrue(granted, 'allowCreate'));
  return {
    read: sees,
    ...(isTrue(granted, 'allowCreate') ? { create: true } : {}),
    ...(isTrue(granted, 'allowEdit') ? { edit: changes } : {}),
    ...(isTrue(granted, 'allowDelete') ? { delete: changes } : {}),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

/** A field that is not named is granted here and withheld there; names, required fields and masters are never withheld. */
function fieldExceptions(object: ObjectNames, rights: ReadonlyMap<string, FieldRight> | undefined, edits: boolean): Record<string, { read?: boolean; edit?: boolean }> {
  const exceptions: Record<string, { read?: boolean; edit?: boolean }> = {};
  for (const field of object.fields.values()) {
    const { described } = field;
    const always = described.standard || !/__c$/i.test(described.name) || isTrue(described.element, 'required') || described.type === 'MasterDetail';
    const right = rights?.get(field.name) ?? (always ? { read: true, edit: true } : { read: false, edit: false });
    const derived = textOf(described.element, 'formula') !== undefined || ['Summary', 'AutoNumber'].includes(described.type);
    if (!right.read) exceptions[field.name] = { read: false };
    else if (!right.edit && edits && !derived) exceptions[field.name] = { edit: false };
  }
  return exceptions;
}

function recordTypesOf(element: XmlElement, book: Conversion['book'], objects: Readonly<Record<string, ObjectPermission>>): { readonly recordTypes?: Readonly<Record<string, readonly string[]>> } {
  const recordTypes: Record<string, string[]> = {};
  for (const one of elementsOf(element, 'recordTypeVisibilities')) {
    const [api = '', name = ''] = (textOf(one, 'recordType') ?? '').split('.');
    const object = book.object(api);
    if (object && objects[object.name] && isTrue(one, 'visible') && object.described.recordTypes.some((recordType) => recordType.name === name)) (recordTypes[object.name] ??= []).push(name);
  }
  return Object.keys(recordTypes).length > 0 ? { recordTypes } : {};
}
