import { fieldType, type FieldTypeName } from '@guanxi/field-types';
import { convertFormula, present, shorten, type Conversion } from '../conversion.js';
import { filterFormula } from '../formula/filter-formula.js';
import type { FieldNames, ObjectNames } from '../names/name-book.js';
import { elementsOf, isTrue, numberOf, textOf } from '../xml/read-xml.js';
import { choicesOf, dependenceOf } from './choices.js';
import { people } from './standard-objects.js';

/** What a field becomes: the part of its property that its kind decides. */
export interface FieldKindResult {
  readonly type: FieldTypeName;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly notes?: readonly string[];
  readonly default?: unknown;
  readonly defaultFormula?: string;
  /** Values always come from the platform or are worked out. */
  readonly derived?: boolean;
}

export interface FieldPlace {
  readonly object: ObjectNames;
  readonly field: FieldNames;
  readonly conversion: Conversion;
}

type Converted = FieldKindResult | { readonly reason: string };
type Convert = (place: FieldPlace) => Converted;

const LARGEST_INTEGER_DIGITS = 15;

/** What a field of Salesforce becomes. A type that is not listed here is left. */
export function convertKind(place: FieldPlace): Converted {
  const { element, type } = place.field.described;
  if (textOf(element, 'formula') !== undefined && type !== 'Summary') return convertFormulaField(place);
  return (KINDS[type] ?? (() => ({ reason: type === '' ? 'The file does not say its type.' : `There is no kind of field like "${type}".` })))(place);
}

const simple = (type: FieldTypeName, ...notes: string[]): Convert => () => ({ type, settings: {}, notes });

const KINDS: Readonly<Record<string, Convert>> = {
  AutoNumber: convertAutoNumber,
  Checkbox: ({ field }) => ({ type: 'boolean', settings: {}, default: textOf(field.described.element, 'defaultValue')?.toLowerCase() === 'true' }),
  Currency: (place) => ({ type: 'currency', settings: sizeOf(place, 18, 2, 6) }),
  Date: simple('date'),
  DateTime: simple('dateTime'),
  Time: simple('time'),
  Email: simple('email'),
  Phone: ({ conversion }) => ({ type: 'phone', settings: { country: conversion.country }, notes: [`Numbers without a country are of ${conversion.country}.`] }),
  Url: simple('url'),
  Text: (place) => ({ type: 'text', settings: lengthOf(place, 'text') }),
  TextArea: (place) => ({ type: 'longText', settings: lengthOf(place, 'longText', 255) }),
  LongTextArea: (place) => ({ type: 'longText', settings: lengthOf(place, 'longText') }),
  Html: (place) => ({ type: 'richText', settings: lengthOf(place, 'richText') }),
  EncryptedText: (place) => ({ type: 'encryptedText', settings: lengthOf(place, 'encryptedText', 175) }),
  Location: simple('geolocation'),
  Address: simple('address'),
  PersonName: simple('personName'),
  Number: convertNumber,
  Decimal: (place) => ({ type: 'decimal', settings: sizeOf(place, 18, 2, 18) }),
  Percent: (place) => ({ type: 'percent', settings: sizeOf(place, 18, 2, 8) }),
  Picklist: (place) => convertPicklist('picklist', place),
  MultiselectPicklist: (place) => convertPicklist('multiPicklist', place),
  Lookup: convertLookup,
  Hierarchy: convertLookup,
  MetadataRelationship: convertLookup,
  MasterDetail: convertMasterDetail,
  ExternalLookup: textInstead('An external lookup keeps the id of the other system as text.'),
  IndirectLookup: textInstead('An indirect lookup keeps the value of the other key as text.'),
  Summary: convertSummary,
};

function textInstead(note: string): Convert {
  return () => ({ type: 'text', settings: { maxLength: 255 }, notes: [note] });
}

function sizeOf({ field }: FieldPlace, precision: number, scale: number, largestScale: number) {
  const digits = Math.min(38, Math.max(1, numberOf(field.described.element, 'precision') ?? precision));
  return { precision: digits, scale: Math.min(digits, largestScale, numberOf(field.described.element, 'scale') ?? scale) };
}

function convertNumber(place: FieldPlace): Converted {
  const { element } = place.field.described;
  const isWhole = (numberOf(element, 'scale') ?? 0) === 0;
  const isShort = (numberOf(element, 'precision') ?? 0) <= LARGEST_INTEGER_DIGITS;
  // Standard fields say no size; those are counts.
  if (isWhole && isShort) return { type: 'integer', settings: fieldType('integer').defaultSettings };
  // Only whole numbers can be external ids, and ids of more digits are rare.
  if (isWhole && isTrue(element, 'externalId')) return { type: 'integer', settings: fieldType('integer').defaultSettings, notes: ['As an external id it holds whole numbers up to 9,007,199,254,740,991.'] };
  return { type: 'decimal', settings: sizeOf(place, 18, 0, 18) };
}

function lengthOf({ field }: FieldPlace, type: FieldTypeName, fallback?: number) {
  const most = (fieldType(type).propertySchema.properties['maxLength'] as { maximum?: number } | undefined)?.maximum ?? 255;
  return { maxLength: Math.min(most, Math.max(1, numberOf(field.described.element, 'length') ?? fallback ?? most)) };
}

function convertAutoNumber({ field }: FieldPlace): Converted {
  const format = textOf(field.described.element, 'displayFormat') ?? '{00000}';
  const known = new RegExp(String((fieldType('autoNumber').propertySchema.properties.guanxi.properties['format'] as { pattern?: string }).pattern), 'u');
  if (known.test(format)) return { type: 'autoNumber', settings: { format }, derived: true };
  const instead = format.replace(/\{(?!YYYY\}|YY\}|MM\}|DD\}|0+\})[^}]*\}/g, '');
  const mended = known.test(instead) ? instead : `${instead.replace(/[{}]/g, '')}{00000}`;
  return { type: 'autoNumber', settings: { format: mended }, derived: true, notes: [`The format "${format}" became "${mended}".`] };
}

function convertPicklist(type: 'picklist' | 'multiPicklist', place: FieldPlace): Converted {
  const choices = choicesOf(place);
  if ('reason' in choices) return choices;
  const { dependsOn, note } = dependenceOf(place);
  const kept = choices.default;
  return {
    type,
    settings: { values: choices.values, ...present({ valueSet: choices.valueSet, dependsOn }) },
    notes: [...choices.notes, ...(note === undefined ? [] : [note])],
    ...(kept === undefined ? {} : { default: type === 'picklist' ? kept : [kept] }),
  };
}

function convertLookup(place: FieldPlace): Converted {
  const { field, conversion, object } = place;
  const { element, targets } = field.described;
  const inverse = inverseOf(place);
  if (targets.some((target) => people.has(target))) return { type: 'user', settings: {} };
  const known = targets.flatMap((target) => conversion.book.object(target)?.name ?? []);
  const [target] = known;
  if (target === undefined) return { reason: `It points to ${targets.join(', ') || 'nothing'}, which neither the project nor this importer describes.` };
  if (known.length > 1) return { type: 'polymorphicLookup', settings: present({ targets: known, inverse }) };
  const constraint = textOf(element, 'deleteConstraint');
  const required = isTrue(element, 'required');
  const onDelete = constraint === 'Restrict' || required ? 'restrict' : constraint === undefined && !field.described.standard ? undefined : 'clear';
  const notes = constraint === 'Cascade' ? ['Records do not go with the one they point to: they lose the reference.'] : [];
  const filter = lookupFilterOf(place, object);
  return { type: 'lookup', settings: present({ target, inverse, onDelete, filter: filter.text }), notes: [...notes, ...filter.notes] };
}

function convertMasterDetail(place: FieldPlace): Converted {
  const { field, conversion } = place;
  const target = conversion.book.object(field.described.targets[0] ?? '')?.name;
  if (target === undefined) return { reason: `Its master ${field.described.targets.join(', ')} is not described in the project.` };
  const filter = lookupFilterOf(place, place.object);
  const reparentable = isTrue(field.described.element, 'reparentableMasterDetail') ? true : undefined;
  return { type: 'masterDetail', settings: present({ target, inverse: inverseOf(place), filter: filter.text, reparentable }), notes: filter.notes };
}

function inverseOf({ field }: FieldPlace) {
  if (field.inverse === undefined) return undefined;
  return { name: field.inverse, ...present({ title: shortTitle(textOf(field.described.element, 'relationshipLabel')) }) };
}

const shortTitle = (title: string | undefined) => (title === undefined ? undefined : shorten(title, 120));

function lookupFilterOf({ field, conversion }: FieldPlace, source: ObjectNames): { readonly text?: string; readonly notes: readonly string[] } {
  const [filter] = elementsOf(field.described.element, 'lookupFilter');
  const target = conversion.book.object(field.described.targets[0] ?? '');
  if (!filter || !target || textOf(filter, 'active') === 'false') return { notes: [] };
  if (isTrue(filter, 'isOptional')) return { notes: ['Its filter is only a suggestion and was left out.'] };
  const written = filterFormula(elementsOf(filter, 'filterItems'), textOf(filter, 'booleanFilter'), { target, source, conversion });
  return written.ok ? { text: written.text, notes: [] } : { notes: [`Its filter was left out: ${written.reason}`] };
}

const RESULTS: Readonly<Record<string, string>> = {
  Text: 'text', Number: 'number', Currency: 'currency', Percent: 'percent', Checkbox: 'boolean', Date: 'date', DateTime: 'dateTime', Time: 'time', TextArea: 'text', LongTextArea: 'text',
};

function convertFormulaField({ object, field, conversion }: FieldPlace): Converted {
  const { element, type } = field.described;
  const result = RESULTS[type];
  if (result === undefined) return { reason: `A formula cannot come to a "${type}".` };
  const written = convertFormula(textOf(element, 'formula') ?? '', object, conversion);
  if (!written.ok) return { reason: written.reason };
  const scale = ['number', 'currency', 'percent'].includes(result) ? Math.min(18, numberOf(element, 'scale') ?? 2) : undefined;
  const formula = result === 'percent' ? `(${written.text}) * 100` : written.text;
  const treatBlanksAs = textOf(element, 'formulaTreatBlanksAs') === 'BlankAsBlank' ? 'blank' : 'zero';
  return { type: 'formula', settings: present({ formula, result, scale, treatBlanksAs }), derived: true, notes: written.changes };
}

const OPERATIONS: Readonly<Record<string, string>> = { count: 'count', sum: 'sum', min: 'min', max: 'max' };

function convertSummary({ object, field, conversion }: FieldPlace): Converted {
  const { element } = field.described;
  const { book } = conversion;
  const [childApi = '', referenceApi = ''] = (textOf(element, 'summaryForeignKey') ?? '').split('.');
  const child = book.object(childApi);
  const reference = child && book.field(child, referenceApi);
  const operation = OPERATIONS[textOf(element, 'summaryOperation') ?? ''];
  if (!child || reference?.inverse === undefined || operation === undefined) return { reason: `It sums up ${childApi}.${referenceApi}, which the project does not describe.` };
  const summed = (textOf(element, 'summarizedField') ?? '').split('.').at(-1) ?? '';
  const value = operation === 'count' ? undefined : book.find(child, summed)?.path;
  if (operation !== 'count' && value === undefined) return { reason: `It sums up ${childApi}.${summed}, which the project does not describe.` };
  const filter = filterFormula(elementsOf(element, 'summaryFilterItems'), undefined, { target: child, source: object, conversion });
  if (!filter.ok) return { reason: filter.reason };
  return { type: 'rollUp', settings: present({ relation: reference.inverse, operation, value, filter: filter.text === '' ? undefined : filter.text }), derived: true };
}
