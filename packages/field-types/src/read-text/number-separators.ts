import { oncePerLocale } from './once-per-locale.js';

/** What a locale puts between groups of digits and before decimals, and a number to show it. */
export const separatorsOf = oncePerLocale((locale) => {
  const format = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: 'always' });
  const parts = format.formatToParts(1234567.8);
  return {
    group: parts.find(({ type }) => type === 'group')?.value ?? ',',
    decimal: parts.find(({ type }) => type === 'decimal')?.value ?? '.',
    sample: format.format(1234.5),
  };
});
