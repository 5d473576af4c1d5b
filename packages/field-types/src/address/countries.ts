import { oncePerLocale } from '../read-text/once-per-locale.js';

/** ISO 3166-1. */
export const countryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
  'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** Names that people write and no list of names has. */
const alsoCalled: Readonly<Record<string, string>> = { uk: 'GB', 'great britain': 'GB', england: 'GB', usa: 'US', 'u.s.a.': 'US', america: 'US', holland: 'NL', korea: 'KR', 'czech republic': 'CZ', 中华民国: 'TW', 中華民國: 'TW' };

export const countryNames = oncePerLocale((locale) => new Intl.DisplayNames([locale], { type: 'region' }));

/** The code of a country by code or by name, in English, Chinese or the language of `locale`; undefined for no country. */
export function countryOf(text: string, locale: string): string | undefined {
  const word = fold(text);
  const code = countryCodes.find((known) => known.toLowerCase() === word);
  return code ?? alsoCalled[word] ?? codesByName(locale).get(word) ?? codesByName('en').get(word) ?? codesByName('zh-TW').get(word) ?? codesByName('zh-CN').get(word);
}

const codesByName = oncePerLocale((locale) => new Map(countryCodes.map((code) => [fold(countryNames(locale).of(code) ?? code), code])));

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
