import type { InputProps } from '../widget-kit.js';
import { useWidgetKit } from '../widget-kit-context.js';
import { pieceOf } from '../parts/pieces.js';
import { PieceInputs } from '../parts/piece-inputs.widget.js';
import type { JsonValue } from '../json-schema.js';
import type { Widget } from '../widget.js';
import { isEmpty, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { addressLabels } from './address-labels.js';
import { countryCodes, countryNames } from './countries.js';

export const addressWidget: Widget = { Input: AddressInput, Value: AddressValue, icon: 'house' };

/** In China, Japan and Korea an address goes from the large to the small. */
const fromLargeToSmall = ['CN', 'TW', 'HK', 'MO', 'JP', 'KR'];
const western = ['street', 'postalCode', 'city', 'state', 'country'];
const eastern = ['country', 'postalCode', 'state', 'city', 'street'];

function AddressInput(props: WidgetInputProps) {
  const locale = props.display?.locale ?? 'en';
  const order = /^(zh|ja|ko)\b/.test(locale) ? eastern : western;
  return <PieceInputs input={props} labels={addressLabels} order={order} draw={{ street: StreetInput, country: (input) => <CountryInput {...input} locale={locale} /> }} />;
}

function StreetInput(props: InputProps<string>) {
  const { TextAreaInput } = useWidgetKit();
  return <TextAreaInput {...props} maxLength={255} />;
}

function CountryInput({ locale, ...input }: InputProps<string> & { readonly locale: string }) {
  const { SelectInput } = useWidgetKit();
  const names = countryNames(locale);
  const options = countryCodes.map((code) => ({ value: code, label: names.of(code) ?? code }));
  return <SelectInput {...input} options={options.sort((one, other) => one.label.localeCompare(other.label, locale))} />;
}

function AddressValue({ value, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text multiline>{linesOf(value, display.locale).join('\n')}</Text>;
}

/** As it stands on an envelope in the country it is in. */
function linesOf(value: JsonValue, locale: string): readonly string[] {
  const [street, city, state, postalCode, country] = ['street', 'city', 'state', 'postalCode', 'country'].map((key) => textOf(pieceOf(value, key)));
  const name = country === '' || country === undefined ? '' : (countryNames(locale).of(country) ?? country);
  const lines = fromLargeToSmall.includes(country ?? '')
    ? [[postalCode, name].filter(Boolean).join(' '), `${state ?? ''}${city ?? ''}${street ?? ''}`]
    : [street, [postalCode, city, state].filter(Boolean).join(' '), name];
  return lines.filter((line) => line !== undefined && line !== '') as readonly string[];
}

function textOf(piece: JsonValue): string {
  return piece === null ? '' : String(piece);
}
