import { say, type JsonValue, type Wording } from '@guanxi/field-types';
import { trailKinds, isTrailKind } from './trail-kinds.js';

export type TrailDetail = Readonly<Record<string, JsonValue>>;

/** An entry of the trail as a sentence. Of a kind that this version does not know, the name of the kind. */
export function tellTrail(kind: string, subject: string | null, detail: TrailDetail, locale: string): string {
  if (!isTrailKind(kind)) return kind;
  const { group: _, ...wording } = trailKinds[kind];
  const words = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, tellValue(value)]));
  const text = say({ ...(wording satisfies Wording), words: { ...words, subject: subject ?? '' } }, locale);
  return text.replaceAll(/\s*[(（]?\{\w+\}(?: ?[筆条])?[)）]?/g, '').trim();
}

function tellValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.map((one: JsonValue) => tellValue(one)).join(', ');
  if (typeof value === 'object' && value !== null) return String((value as Readonly<Record<string, JsonValue>>)['name'] ?? '');
  return value === null ? '–' : String(value);
}
