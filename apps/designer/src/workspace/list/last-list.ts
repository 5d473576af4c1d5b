import { listHref, type ListAddress } from './list-address.js';

const lastHrefs = new Map<string, string>();

/** The way back from a record leads to the list as it was left. */
export function rememberListHref(object: string, { create: _create, ...address }: ListAddress): void {
  lastHrefs.set(object, listHref(object, address));
}

export function lastListHref(object: string): string {
  return lastHrefs.get(object) ?? listHref(object);
}
