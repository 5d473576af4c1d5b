import { camelCase, columnName, fieldNameFault, isQueryField, listNameFault, objectNameFault, pluralize, snakeCase, valueName } from '@guanxi/metadata';
import type { DescribedField, DescribedObject } from '../objects/described-object.js';
import { addressPieces, namePieces, people, systemNames } from '../objects/standard-objects.js';
import { textOf } from '../xml/read-xml.js';
import { camelName, freeName, pascalName } from './api-words.js';

/** What an object and its fields are called here. API names are looked up without regard to capitals, as Salesforce does. */
export interface ObjectNames {
  readonly described: DescribedObject;
  readonly name: string;
  /** By the API name of a field in small letters. */
  readonly fields: ReadonlyMap<string, FieldNames>;
}

export interface FieldNames {
  readonly described: DescribedField;
  readonly name: string;
  /** Of a field that points to records: the list on the other side. */
  readonly inverse?: string;
}

/** What a path of a Salesforce formula leads to. */
export interface FoundPath {
  /** The path here: `broker.name`. */
  readonly path: string;
  readonly object: ObjectNames | undefined;
  /** Undefined for what every record has, and for pieces of compound fields. */
  readonly field: FieldNames | undefined;
}

/** Names for everything, made at once, so that nothing collides with anything else. */
export class NameBook {
  readonly objects: ReadonlyMap<string, ObjectNames>;

  /** `isTaken` tells of names that other objects of the org have. */
  constructor(described: readonly DescribedObject[], isTaken: (name: string, api: string) => boolean = () => false) {
    const names = nameObjects(described, isTaken);
    const fields = new Map(described.map((object) => [object.name, nameFields(object)]));
    const inverses = nameInverses(described, fields);
    this.objects = new Map(
      described.map((object) => {
        const own = [...(fields.get(object.name) ?? [])].map(([api, one]): [string, FieldNames] => {
          const inverse = inverses.get(`${object.name}.${one.described.name}`);
          return [api, inverse === undefined ? one : { ...one, inverse }];
        });
        return [object.name.toLowerCase(), { described: object, name: names.get(object.name) ?? object.name, fields: new Map(own) }];
      }),
    );
  }

  object(api: string): ObjectNames | undefined {
    return this.objects.get(api.toLowerCase());
  }

  field(object: ObjectNames, api: string): FieldNames | undefined {
    return object.fields.get(api.toLowerCase());
  }

  /** A field or a piece of one by its API name, also those that every record has. */
  find(object: ObjectNames, api: string): FoundPath | undefined {
    const system = systemOf(api);
    if (system !== undefined) return { path: system, object, field: undefined };
    const field = this.field(object, api);
    if (field) return { path: field.name, object, field };
    const piece = this.piece(object, api);
    return piece === undefined ? undefined : { path: piece, object, field: undefined };
  }

  /** Follows `Broker__r.Name` and `Account.Owner.Name`. */
  follow(start: ObjectNames, path: readonly string[]): FoundPath | undefined {
    const [first = '', ...rest] = path;
    if (rest.length === 0) return this.find(start, first);
    const bare = first.replace(/:[A-Za-z]+$/, '');
    const along = RECORD_PEOPLE[bare.toLowerCase()] ?? undefined;
    if (along !== undefined) return followPerson(along, rest);
    for (const field of start.fields.values()) {
      if (field.described.relationship?.toLowerCase() !== bare.toLowerCase()) continue;
      if (field.described.targets.some((target) => people.has(target))) return followPerson(field.name, rest);
      const target = this.object(field.described.targets[0] ?? '');
      const behind = target && this.follow(target, rest);
      return behind && { ...behind, path: `${field.name}.${behind.path}` };
    }
    return undefined;
  }

  /** `BillingCity` of `BillingAddress`, `FirstName` of a person, `Location__Latitude__s` of `Location__c`. */
  private piece(object: ObjectNames, api: string): string | undefined {
    const place = /^(.+)__(latitude|longitude)__s$/i.exec(api);
    if (place) {
      const field = this.field(object, `${place[1] ?? ''}__c`);
      return field && `${field.name}.${(place[2] ?? '').toLowerCase()}`;
    }
    const person = this.field(object, 'Name');
    const namePiece = Object.entries(namePieces).find(([name]) => name.toLowerCase() === api.toLowerCase())?.[1];
    if (person?.described.type === 'PersonName' && namePiece !== undefined) return `${person.name}.${namePiece}`;
    const custom = /^(.+)__(street|city|statecode|state|postalcode|countrycode|country)__s$/i.exec(api);
    const plain = /^(Billing|Shipping|Mailing|Other|)(Street|City|StateCode|State|PostalCode|CountryCode|Country)$/i.exec(api);
    const address = custom ? this.field(object, `${custom[1] ?? ''}__c`) : plain ? this.field(object, `${plain[1] ?? ''}Address`) : undefined;
    const part = Object.entries(addressPieces).find(([name]) => name.toLowerCase() === (custom ?? plain)?.[2]?.toLowerCase())?.[1];
    return address?.described.type === 'Address' && part !== undefined ? `${address.name}.${part}` : undefined;
  }
}

const RECORD_PEOPLE: Readonly<Record<string, string>> = { owner: 'owner', createdby: 'createdBy', lastmodifiedby: 'updatedBy' };

/** Of people only these are known here. */
const PERSON_FIELDS: Readonly<Record<string, string>> = { id: 'id', name: 'name', email: 'email', isactive: 'active', username: 'email', managerid: 'manager' };

function followPerson(along: string, rest: readonly string[]): FoundPath | undefined {
  if (rest.length > 1 && rest[0]?.toLowerCase() === 'manager') return followPerson(`${along}.manager`, rest.slice(1));
  const field = rest.length === 1 ? PERSON_FIELDS[rest[0]?.toLowerCase() ?? ''] : undefined;
  return field === undefined ? undefined : { path: `${along}.${field}`, object: undefined, field: undefined };
}

export function systemOf(api: string): string | undefined {
  return Object.entries(systemNames).find(([name]) => name.toLowerCase() === api.toLowerCase())?.[1];
}

function nameObjects(objects: readonly DescribedObject[], isTaken: (name: string, api: string) => boolean): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const tables = new Set(['user', 'file']);
  const queries = new Set(['user', 'users', 'file', 'files']);
  // Those whose name is the plain one first.
  const inOrder = objects.toSorted((left, right) => Number(left.kind !== 'standard') - Number(right.kind !== 'standard') || (left.name < right.name ? -1 : 1));
  for (const { name: api } of inOrder) {
    const isFree = (name: string): boolean => {
      const one = camelCase(name);
      const many = pluralize(one);
      return objectNameFault(name) === undefined && !isTaken(name, api) && !tables.has(snakeCase(name)) && ![one, many].some((query) => queries.has(query) || isQueryField(query) || /(Groups|Aggregate)$/.test(query));
    };
    const name = freeName(pascalName(api), 'Record', isFree);
    names.set(api, name);
    tables.add(snakeCase(name));
    queries.add(camelCase(name)).add(pluralize(camelCase(name)));
  }
  return names;
}

function nameFields(object: DescribedObject): ReadonlyMap<string, FieldNames> {
  const names = new Map<string, FieldNames>();
  const taken = new Set(['recordType', 'record_type']);
  for (const described of object.fields) {
    const points = described.targets.length > 0;
    const api = points && !/__c$/i.test(described.name) ? described.name.replace(/Id$/, '') : described.name;
    const claims = (name: string) => [name, columnName(name, points), valueName({ name, ...(points ? { target: 'X' } : {}) }), ...(described.type === 'Currency' ? [`${name}Converted`] : [])];
    const isFree = (name: string) => fieldNameFault(name, points) === undefined && !claims(name).some((claim) => taken.has(claim));
    const name = freeName(described.name === 'MasterLabel' ? 'label' : camelName(api), /__c$/i.test(described.name) ? 'Custom' : 'Field', isFree, 44);
    for (const claim of claims(name)) taken.add(claim);
    names.set(described.name.toLowerCase(), { described, name });
  }
  return names;
}

/** Lists live among the fields of the object that is pointed to. */
function nameInverses(objects: readonly DescribedObject[], fields: ReadonlyMap<string, ReadonlyMap<string, FieldNames>>): ReadonlyMap<string, string> {
  const inverses = new Map<string, string>();
  const taken = new Map(objects.map(({ name }) => [name, new Set([...(fields.get(name)?.values() ?? [])].flatMap((field) => [field.name, `${field.name}Id`]))]));
  for (const object of objects) {
    for (const field of object.fields) {
      const targets = field.targets.filter((target) => taken.has(target));
      if (targets.length === 0) continue;
      const wanted = textOf(field.element, 'relationshipName') ?? `${object.name}s`;
      const isFree = (name: string) => listNameFault(name) === undefined && fieldNameFault(name, false) === undefined && targets.every((target) => !taken.get(target)?.has(name));
      const name = freeName(camelName(wanted), 'List', isFree, 44);
      inverses.set(`${object.name}.${field.name}`, name);
      for (const target of targets) taken.get(target)?.add(name);
    }
  }
  return inverses;
}
