import { camelCase } from '@guanxi/metadata';

const SUFFIX = /__(c|r|mdt|e|x|b|kav|pc|s|share|history)$/i;

/** The words of an API name without suffix and namespace: `ns__Date_Listed__c` → Date, Listed. */
export function wordsOf(api: string): readonly string[] {
  const bare = api.replace(SUFFIX, '').replace(/^[A-Za-z0-9]+__(?=.)/, '');
  return bare.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}

/** `My_Object__c` → `MyObject`. */
export function pascalName(api: string): string {
  const joined = wordsOf(api).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(joined) ? joined : `X${joined}`;
}

/** `Date_Listed__c` → `dateListed`. */
export function camelName(api: string): string {
  const name = camelCase(pascalName(api));
  return /^[a-z]/.test(name) ? name : `x${name}`;
}

/** A name that `isFree` takes: the wanted one, with the word behind it, or with a number. */
export function freeName(wanted: string, word: string, isFree: (name: string) => boolean, longest = 46): string {
  const short = wanted.slice(0, longest);
  if (isFree(short)) return short;
  const withWord = `${wanted.slice(0, longest - word.length)}${word}`;
  if (isFree(withWord)) return withWord;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted.slice(0, longest - 4)}${number}`;
    if (isFree(numbered)) return numbered;
  }
}
