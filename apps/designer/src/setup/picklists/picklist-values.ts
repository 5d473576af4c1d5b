import type { PicklistValue } from '@guanxi/field-types';
import { hueNames } from '../../ui/index.js';
import { suggestValue } from '../documents/suggest-name.js';

type Values = readonly PicklistValue[];

/** Adds one value per label that is not there yet, each in the next colour. */
export function addLabels(values: Values, labels: readonly string[]): Values {
  return labels.reduce<Values>((all, raw) => {
    const label = raw.trim();
    if (label === '' || all.some((one) => one.label === label)) return all;
    return [...all, { value: freeValue(all, suggestValue(label)), label, color: nextColor(all) }];
  }, values);
}

/** A new label; the stored value follows as long as no record can hold it (`isSaved` is false). */
export function relabel(values: Values, index: number, label: string, isSaved: boolean): Values {
  return values.map((one, position) => {
    if (position !== index) return one;
    const follows = !isSaved && one.value === freeValue(without(values, index), suggestValue(one.label));
    return { ...one, label, ...(follows && { value: freeValue(without(values, index), suggestValue(label)) }) };
  });
}

export function changeValue(values: Values, index: number, changes: Partial<PicklistValue>): Values {
  return values.map((one, position) => (position === index ? dropBlank({ ...one, ...changes }) : one));
}

export function sortValues(values: Values, language: string): Values {
  return [...values].sort((one, other) => one.label.localeCompare(other.label, language, { numeric: true }));
}

export function without(values: Values, index: number): Values {
  return values.filter((_, position) => position !== index);
}

export function moveValue(values: Values, from: number, to: number): Values {
  const moved = values[from];
  if (!moved || to < 0 || to >= values.length) return values;
  const rest = without(values, from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** One label per line, or several with tabs and commas between them on a single line. */
export function splitLabels(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return (lines.length > 1 ? lines : text.split(/[\t,，、;；]/)).map((one) => one.trim()).filter(Boolean);
}

/** What is not said is left out, so that the same values are the same document. */
function dropBlank({ labels, active, ...rest }: Omit<PicklistValue, 'active'> & { readonly active?: false | undefined }): PicklistValue {
  return { ...rest, ...(labels && Object.keys(labels).length > 0 && { labels }), ...(active === false && { active }) };
}

function freeValue(values: Values, wanted: string): string {
  if (!values.some(({ value }) => value === wanted)) return wanted;
  let number = 2;
  while (values.some(({ value }) => value === `${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}

function nextColor(values: Values): string {
  return hueNames[(values.length * 5) % hueNames.length] ?? 'indigo';
}
