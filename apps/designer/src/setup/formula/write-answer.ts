export interface FormulaAnswer {
  readonly type: string | null;
  readonly value: unknown;
  readonly reads: readonly { readonly path: string; readonly value: unknown }[];
  readonly problems: readonly { readonly code: string; readonly message: string; readonly hint: string | null }[];
}

/** A value of the language as people read it; numbers keep all their digits. */
export function writeAnswer({ type, value }: FormulaAnswer, blank: string, words: { readonly yes: string; readonly no: string }, language: string): string {
  if (value === null || value === undefined) return blank;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (type === 'number' && typeof value === 'string') {
    const [whole = '0', fraction] = value.split('.');
    const sign = whole.startsWith('-') ? '-' : '';
    return `${sign}${BigInt(whole.replace('-', '')).toLocaleString(language)}${fraction === undefined ? '' : `.${fraction}`}`;
  }
  if (type === 'datetime' && typeof value === 'string') return new Date(value).toLocaleString(language);
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value);
}
