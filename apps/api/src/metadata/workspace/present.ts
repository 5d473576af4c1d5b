/** The given entries that are there: a missing key is not the same as an undefined one in JSON's eyes, but is to the types. */
export function present<T extends object>(entries: { readonly [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;
}
