import type { ViewDocument } from '@guanxi/metadata';
import { makeId, shorten, untakenName, type Conversion } from '../conversion.js';
import { splitValues } from '../formula/filter-formula.js';
import type { FoundPath, ObjectNames } from '../names/name-book.js';
import type { SourceItem } from '../project/source-project.js';
import { elementsOf, textOf, textsOf, type XmlElement } from '../xml/read-xml.js';

/** List views of all objects, with their filters. */
export function convertViews(conversion: Conversion): readonly ViewDocument[] {
  return [...conversion.book.objects.values()].flatMap((object) => object.described.listViews.map((item) => convertView(item, object, conversion)));
}

function convertView(item: SourceItem, object: ObjectNames, conversion: Conversion): ViewDocument {
  const { element, name } = item;
  const origin = { file: item.path, element: `list view ${name}` };
  const notes: string[] = [];
  const columns = textsOf(element, 'columns').flatMap((api) => {
    const found = findColumn(object, api, conversion);
    if (found === undefined) notes.push(`The column ${api} was left out.`);
    return found ?? [];
  });
  const tests = [...scopeOf(textOf(element, 'filterScope') ?? 'Everything', notes), ...filtersOf(element, object, conversion, notes)];
  conversion.report.note(origin, notes.length > 0 ? 'changed' : 'taken', notes.join(' '));
  const id = makeId('sf', object.described.name, name);
  const document: ViewDocument = {
    kind: 'view',
    name: untakenName('view', shorten(`${object.name} ${name}`, 96), id, conversion.isTaken),
    title: shorten(textOf(element, 'label') ?? name, 255),
    object: object.name,
    columns: [...new Set(columns.length > 0 ? columns : [object.fields.get('name')?.name ?? 'createdAt'])],
    ...(tests.length === 0 ? {} : { where: tests.length === 1 ? tests[0] : { AND: tests } }),
    guanxi: { id },
  };
  conversion.origins.set(document, origin);
  return document;
}

/** Columns of list views have names of their own for what every object has. */
const COLUMNS: Readonly<Record<string, string>> = {
  NAME: 'Name', FULL_NAME: 'Name', CREATED_DATE: 'CreatedDate', CREATEDBY_USER: 'CreatedById', 'CREATEDBY_USER.ALIAS': 'CreatedById', UPDATEDBY_USER: 'LastModifiedById', 'UPDATEDBY_USER.ALIAS': 'LastModifiedById', LAST_UPDATE: 'LastModifiedDate',
  'OWNER.ALIAS': 'OwnerId', 'OWNER.FULL_NAME': 'OwnerId', 'OWNER.NAME': 'OwnerId', 'CORE.USERS.ALIAS': 'OwnerId', 'CORE.USERS.FULL_NAME': 'OwnerId', RECORDTYPE: 'RecordTypeId', MASTERLABEL: 'MasterLabel', DEVELOPERNAME: 'DeveloperName',
};

/** `ACCOUNT.NAME`, `OPPORTUNITY.CLOSE_DATE`, `Price__c`. */
function findPath(object: ObjectNames, api: string, { book }: Conversion): FoundPath | undefined {
  const known = COLUMNS[api.toUpperCase()];
  if (known !== undefined) return book.find(object, known);
  const own = book.find(object, api);
  if (own) return own;
  const [prefix = '', rest] = api.split('.');
  const plain = (rest ?? prefix).replaceAll('_', '');
  if (rest !== undefined && prefix.replaceAll('_', '').toLowerCase() !== object.described.name.toLowerCase()) {
    const along = book.find(object, `${prefix}Id`) ?? book.find(object, prefix);
    return along?.field?.described.relationship === undefined ? undefined : along;
  }
  return book.find(object, plain) ?? book.find(object, plain.replace(/\d$/, ''));
}

function findColumn(object: ObjectNames, api: string, conversion: Conversion): string | undefined {
  const found = findPath(object, api, conversion);
  if (found?.path === 'recordType' && object.described.recordTypes.length === 0) return undefined;
  return found?.path.split('.')[0];
}

function scopeOf(scope: string, notes: string[]): readonly Test[] {
  if (scope === 'Mine') return [{ owner: { eq: 'me' } }];
  if (scope !== 'Everything') notes.push(`It shows the records of everybody instead of "${scope}".`);
  return [];
}

type Test = Readonly<Record<string, unknown>>;

function filtersOf(element: XmlElement, object: ObjectNames, conversion: Conversion, notes: string[]): readonly Test[] {
  const tests = elementsOf(element, 'filters').map((filter): Test | undefined => {
    const api = textOf(filter, 'field') ?? '';
    const found = findPath(object, api, conversion);
    const test = found && compileTest(found, textOf(filter, 'operation') ?? 'equals', textOf(filter, 'value') ?? '');
    if (!test) notes.push(`The filter by ${api} (${textOf(filter, 'operation') ?? ''} "${textOf(filter, 'value') ?? ''}") was left out.`);
    return test;
  });
  const logic = textOf(element, 'booleanFilter');
  if (logic === undefined) return tests.filter((test) => test !== undefined);
  const combined = tests.some((test) => test === undefined) ? undefined : parseLogic(logic, tests as readonly Test[]);
  if (combined) return [combined];
  notes.push(`The filters are not put together by "${logic}": they were left out.`);
  return [];
}

const NUMBERS = new Set(['Currency', 'Percent', 'Decimal', 'Summary']);
const COMPARISONS: Readonly<Record<string, string>> = { lessThan: 'lt', greaterThan: 'gt', lessOrEqual: 'lte', greaterOrEqual: 'gte' };

function compileTest({ path, field }: FoundPath, operation: string, value: string): Test | undefined {
  if (path.includes('.') || field?.described.relationship !== undefined) return undefined;
  const type = field?.described.type ?? (path.endsWith('At') ? 'DateTime' : path === 'recordType' ? 'Picklist' : 'Text');
  const words = value === '' ? [] : splitValues(value);
  if (type === 'Date' || type === 'DateTime') return compileMoment(path, type, operation, value);
  if (words.length === 0) return operation === 'equals' ? { [path]: { isBlank: true } } : operation === 'notEqual' ? { [path]: { isBlank: false } } : undefined;
  if (type === 'MultiselectPicklist') {
    const lists = value.split(/[;,]/).map((one) => one.trim());
    if (operation === 'includes' || operation === 'equals') return { [path]: { includes: lists } };
    return operation === 'excludes' || operation === 'notEqual' ? { [path]: { excludes: lists } } : undefined;
  }
  if (type === 'Checkbox') return { [path]: { eq: /^(1|true)$/i.test(value) === (operation === 'equals') } };
  const values = words.map((word) => (NUMBERS.has(type) ? word : type === 'Number' ? Number(word) : word));
  if (operation === 'equals') return { [path]: values.length === 1 ? { eq: values[0] } : { in: values } };
  if (operation === 'notEqual') return { [path]: values.length === 1 ? { ne: values[0] } : { notIn: values } };
  if (operation === 'contains' || operation === 'startsWith') return either(words.map((word) => ({ [path]: { [operation]: word } })));
  if (operation === 'notContain') return { NOT: either(words.map((word) => ({ [path]: { contains: word } }))) };
  const comparison = COMPARISONS[operation];
  return comparison === undefined ? undefined : { [path]: { [comparison]: values[0] } };
}

const either = (tests: readonly Test[]): Test => (tests.length === 1 ? (tests[0] ?? {}) : { OR: tests });

const PERIODS: Readonly<Record<string, object>> = {
  TODAY: { this: 'day' }, THIS_WEEK: { this: 'week' }, THIS_MONTH: { this: 'month' }, THIS_QUARTER: { this: 'quarter' }, THIS_YEAR: { this: 'year' },
};

function compileMoment(path: string, type: string, operation: string, value: string): Test | undefined {
  if (value === '') return operation === 'equals' ? { [path]: { isBlank: true } } : operation === 'notEqual' ? { [path]: { isBlank: false } } : undefined;
  const counted = /^(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|YEARS):(\d+)$/i.exec(value);
  const period = counted ? { [(counted[1] ?? '').toLowerCase()]: { [(counted[2] ?? '').toLowerCase()]: Number(counted[3]) } } : PERIODS[value.toUpperCase()];
  if (period) return operation === 'equals' ? { [path]: { within: period } } : undefined;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value);
  const day = american ? `${american[3] ?? ''}-${(american[1] ?? '').padStart(2, '0')}-${(american[2] ?? '').padStart(2, '0')}` : /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  const comparison = operation === 'equals' ? 'eq' : operation === 'notEqual' ? 'ne' : COMPARISONS[operation];
  if (day === undefined || comparison === undefined || (type === 'DateTime' && comparison.length === 2 && ['eq', 'ne'].includes(comparison))) return undefined;
  return { [path]: { [comparison]: type === 'DateTime' ? `${day}T00:00:00.000Z` : day } };
}

/** `1 AND (2 OR 3)` over the tests, in the order of their numbers. */
function parseLogic(logic: string, tests: readonly Test[]): Test | undefined {
  const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const one = (): Test | undefined => {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') {
      const inner = one();
      return inner && { NOT: inner };
    }
    if (token === '(') {
      const inner = list();
      at += 1;
      return inner;
    }
    return token === undefined ? undefined : tests[Number(token) - 1];
  };
  const list = (): Test | undefined => {
    let left = one();
    while (left && (tokens[at] === 'AND' || tokens[at] === 'OR')) {
      const word = tokens[at] === 'AND' ? 'AND' : 'OR';
      at += 1;
      const right = one();
      left = right && { [word]: [left, right] };
    }
    return left;
  };
  const read = list();
  return at >= tokens.length ? read : undefined;
}
