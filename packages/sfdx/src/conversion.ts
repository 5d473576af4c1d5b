import type { MetadataDocument } from '@guanxi/metadata';
import type { Globals } from './formula/find-global.js';
import { rewriteFormula, type Rewritten } from './formula/rewrite-formula.js';
import type { NameBook, ObjectNames } from './names/name-book.js';
import type { SourceProject } from './project/source-project.js';
import type { Origin, Report } from './report.js';

/** What every stage of an import leans on. */
export interface Conversion {
  readonly project: SourceProject;
  readonly book: NameBook;
  readonly globals: Globals;
  readonly report: Report;
  /** Names of global picklist documents by the API names of their value sets. */
  readonly valueSets: ReadonlyMap<string, string>;
  /** ISO 3166 code for phone numbers without a country. */
  readonly country: string;
  /** Whether another document of the org has this name already. */
  readonly isTaken: (kind: MetadataDocument['kind'], name: string, id: string) => boolean;
  /** Where parts of documents came from. */
  readonly origins: WeakMap<object, Origin>;
}

/** A formula over records of an object; what changed in it is noted. */
export function convertFormula(text: string, object: ObjectNames, conversion: Conversion): Rewritten {
  return rewriteFormula(text, { ...conversion.globals, book: conversion.book, object });
}

/** An id that stays the same whenever the project is imported again. */
export function makeId(...parts: readonly string[]): string {
  const id = parts.join(':').replace(/[^A-Za-z0-9_.:-]+/g, '-');
  if (id.length <= 64) return id;
  let hash = 7;
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return `${id.slice(0, 55)}-${hash.toString(36)}`;
}

export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** The name, or one with a number behind it, that no other document has. */
export function untakenName(kind: MetadataDocument['kind'], name: string, id: string, isTaken: Conversion['isTaken'], separator = ' '): string {
  let free = name;
  for (let number = 2; isTaken(kind, free, id); number += 1) free = `${name}${separator}${number}`;
  return free;
}

/** Without keys whose value is undefined. */
export function present<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
