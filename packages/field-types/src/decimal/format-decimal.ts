/**
 * Writes decimal text in a locale without going through a binary number, so that every digit is kept. Intl formats
 * decimal strings exactly; TypeScript's types call them StringNumericLiteral.
 */
export function formatDecimal(value: string, locale: string, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale, options).format(value as Intl.StringNumericLiteral);
}
