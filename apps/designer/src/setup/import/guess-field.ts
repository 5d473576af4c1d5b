import { fieldType, type FieldTypeName, type TextContext } from '@guanxi/field-types';
import { newField, type FieldDraft } from '../object/field/field-draft.js';

/** What is tried, the narrowest first: the first kind that understands every value is it. */
const TRIED = ['boolean', 'integer', 'decimal', 'date', 'dateTime', 'email', 'url'] as const satisfies readonly FieldTypeName[];
/** A picklist is worth it where few values come again and again. */
const FEWEST_ROWS = 8;
const MOST_CHOICES = 6;
const LONGEST_CHOICE = 40;
const LONGEST_LINE = 200;

/** The field that a column without one would fill, as far as its heading and first values tell. */
export function guessField(heading: string, samples: readonly string[], context: TextContext): FieldDraft {
  const values = samples.map((text) => text.trim()).filter((text) => text !== '');
  const draft = newField(guessKind(heading, values, context));
  const choices = [...new Set(values)].sort();
  return {
    ...draft,
    label: { text: labelOf(heading), titles: {} },
    ...(draft.kind === 'picklist' && { settings: { ...draft.settings, values: choices.map((value) => ({ value, label: value })) } }),
  };
}

function guessKind(heading: string, values: readonly string[], context: TextContext): FieldTypeName {
  if (values.length === 0) return 'text';
  if (/phone|mobile|\btel\b|\bfax\b|電話|电话|手機|手机|傳真|传真/i.test(heading) && values.every((value) => /^[+()\d][\d\s().+-]{5,}$/.test(value))) return 'phone';
  // Numbers of customers and the like: no one adds them up, and their zeros count.
  const isCode = values.some((value) => /^0\d/.test(value)) || values.every((value) => /^\d{12,}$/.test(value));
  const found = isCode ? undefined : TRIED.find((kind) => values.every((value) => understands(kind, value, context)));
  if (found) return found;
  if (values.some((value) => value.length > LONGEST_LINE || value.includes('\n'))) return 'longText';
  const choices = new Set(values);
  const areFew = values.length >= FEWEST_ROWS && choices.size <= MOST_CHOICES && choices.size <= values.length / 2;
  return areFew && [...choices].every((value) => value.length <= LONGEST_CHOICE) ? 'picklist' : 'text';
}

function understands(kind: FieldTypeName, text: string, context: TextContext): boolean {
  // Everything that is not blank is a yes or a no to somebody: 1 and 0 are numbers first.
  if (kind === 'boolean' && /^\d+$/.test(text)) return false;
  const { parseText, defaultSettings } = fieldType(kind);
  return parseText(text, defaultSettings, context).ok;
}

/** `order_date` → `Order date`. */
function labelOf(heading: string): string {
  const words = heading.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replaceAll(/[_\s]+/g, ' ').trim();
  const [first = '', ...rest] = words.split(' ');
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest.map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))].join(' ');
}
