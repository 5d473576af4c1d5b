/**
 * Reads a number as people of the locale type it ("1,250.50", "1.250,50", "１２５０") into an exact decimal string.
 * Null when it is not one.
 */
export function parseDecimal(text: string, locale: string): string | null {
  const { group, point } = separators(locale);
  const plain = text.normalize('NFKC').replaceAll(/[\s\u00a0\u202f']/g, '').replaceAll(group, '').replace(point, '.').replace('−', '-');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d*)\.?(\d*)$/.exec(plain) ?? [];
  const digits = `${whole || '0'}${fraction ? `.${fraction}` : ''}`;
  return /^0(\.0*)?$/.test(digits) ? digits : `${sign}${digits}`;
}

function separators(locale: string): { group: string; point: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12345.6);
  const find = (type: Intl.NumberFormatPartTypes, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: find('group', ','), point: find('decimal', '.') };
}
