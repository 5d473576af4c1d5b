import type { FieldTypeName } from '@guanxi/field-types';
import type { LayoutCell, LayoutDocument, LayoutSection } from '@guanxi/metadata';
import { generateRelatedLists } from './generate-related-lists.js';

/** What a layout is made from; both the model's objects and the page's descriptions of them have this shape. */
export interface LayoutSource {
  readonly name: string;
  readonly nameField: string;
  readonly fields: readonly LayoutField[];
  readonly relations: readonly { readonly name: string; readonly object: string; readonly field: string }[];
}

export interface LayoutField {
  readonly name: string;
  readonly type: FieldTypeName;
  /** What its values behave as, where that is another kind. */
  readonly value?: { readonly type: FieldTypeName };
  readonly system: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  /** Of a lookup that a polymorphic one stands for. */
  readonly memberOf?: string;
  /** Of an amount converted to the org's currency, as descriptions and as models say it. */
  readonly convertedFrom?: string;
  readonly conversion?: unknown;
}

/** Up to so many fields stand in one section; more are told apart by what they are. */
const MOST_IN_ONE_SECTION = 14;

/**
 * A layout for an object that has none: what tells the record apart first, then the owner and the other fields as the
 * document orders them, long text across all columns at the end; who made and changed it in a section of its own. Where
 * there are many fields, the first section has the most telling ones and the others are grouped by their kinds.
 * `findObject` gives the objects of related lists, for their columns.
 */
export function generateLayout(object: LayoutSource, findObject: (name: string) => LayoutSource | undefined = () => undefined): LayoutDocument {
  const own = object.fields.filter((field) => !field.system && isPlaced(field));
  const leading = object.fields.filter((field) => field.system && (field.name === 'owner' || field.name === 'recordType'));
  const tracked = object.fields.filter((field) => field.system && trackedFields.includes(field.name));
  const rank = (field: LayoutField): number => rankOf(field, object.nameField);
  const short = own.filter(isShort).toSorted((left, right) => rank(left) - rank(right));
  const long = own.filter((field) => !isShort(field));
  const sections = own.length > MOST_IN_ONE_SECTION ? groupFields([...short, ...long], leading, rank) : [{ columns: 2 as const, cells: [...short, ...leading, ...long].map(cellOf) }];
  const relatedLists = generateRelatedLists(object, findObject);
  return {
    kind: 'layout',
    name: object.name,
    object: object.name,
    sections: [...sections, ...(tracked.length > 0 ? [{ ...trackedSection, cells: tracked.map(cellOf) }] : [])],
    ...(relatedLists.length > 0 ? { relatedLists } : {}),
    guanxi: { id: `generated.layout.${object.name}` },
  };
}

const trackedFields = ['createdBy', 'createdAt', 'updatedBy', 'updatedAt'];

const trackedSection = {
  title: 'System information',
  titles: { 'zh-TW': '系統資訊', 'zh-CN': '系统信息' },
  columns: 2,
} as const;

interface Group {
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly types: readonly string[];
}

const groups: readonly Group[] = [
  { title: 'Contact', titles: { 'zh-TW': '聯絡方式', 'zh-CN': '联系方式' }, types: ['email', 'phone', 'url', 'address', 'personName', 'geolocation'] },
  { title: 'Amounts and figures', titles: { 'zh-TW': '金額與數字', 'zh-CN': '金额与数字' }, types: ['currency', 'percent', 'decimal', 'integer'] },
  { title: 'Dates', titles: { 'zh-TW': '日期', 'zh-CN': '日期' }, types: ['date', 'dateTime', 'time', 'duration'] },
  { title: 'Related records', titles: { 'zh-TW': '相關記錄', 'zh-CN': '相关记录' }, types: ['lookup', 'masterDetail', 'polymorphicLookup', 'junction', 'user'] },
  { title: 'Descriptions and files', titles: { 'zh-TW': '說明與檔案', 'zh-CN': '说明与文件' }, types: ['longText', 'richText', 'file', 'image', 'json'] },
];

const details: Group = { title: 'More', titles: { 'zh-TW': '更多', 'zh-CN': '更多' }, types: [] };

/** Smaller groups are not worth a heading. */
const LEAST_IN_GROUP = 3;

function groupFields(fields: readonly LayoutField[], leading: readonly LayoutField[], rank: (field: LayoutField) => number): readonly LayoutSection[] {
  const main = fields.filter((field) => rank(field) < OTHERS && isShort(field)).slice(0, MOST_IN_ONE_SECTION);
  const rest = fields.filter((field) => !main.includes(field));
  const grouped = groups.map((group) => ({ group, members: rest.filter((field) => group.types.includes(field.value?.type ?? field.type)) })).filter(({ members }) => members.length >= LEAST_IN_GROUP);
  const others = rest.filter((field) => !grouped.some(({ members }) => members.includes(field)));
  const sections = [{ group: details, members: others }, ...grouped].filter(({ members }) => members.length > 0);
  return [
    { columns: 2, cells: [...main, ...leading].map(cellOf) },
    ...sections.map(({ group, members }): LayoutSection => ({ title: group.title, titles: group.titles, columns: 2, cells: members.map(cellOf) })),
  ];
}

/** Lookups that are written through another one stand there; a converted amount stands beside its own only where it is asked for. */
function isPlaced({ memberOf, convertedFrom, conversion }: LayoutField): boolean {
  return memberOf === undefined && convertedFrom === undefined && conversion === undefined;
}

/** Kinds that need the whole width to be read. */
const wideTypes: readonly string[] = ['longText', 'richText', 'json', 'address', 'junction', 'image'];

function isShort(field: LayoutField): boolean {
  return !wideTypes.includes(field.type);
}

function cellOf(field: LayoutField): LayoutCell {
  return isShort(field) ? { field: field.name } : { field: field.name, wide: true };
}

const OTHERS = 3;

/** Sorting is stable, so fields of one rank keep the order of the document. */
function rankOf(field: LayoutField, nameField: string): number {
  if (field.name === nameField) return 0;
  if (field.externalId || field.unique || field.type === 'autoNumber') return 1;
  return field.required ? 2 : OTHERS;
}
