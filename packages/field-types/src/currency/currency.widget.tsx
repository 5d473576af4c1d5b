import { fractionDigits } from '../decimal/decimal.widget.js';
import { formatDecimal } from '../decimal/format-decimal.js';
import type { FieldSettings } from '../field-type.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget, WidgetDisplay } from '../widget.js';
import { isEmpty, textInput, textSetting, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const currencyWidget: Widget = { Input: CurrencyInput, Value: CurrencyValue, icon: 'banknote', align: 'end' };

function CurrencyInput(props: WidgetInputProps) {
  const { NumberInput } = useWidgetKit();
  return <NumberInput {...textInput(props)} format={amountFormat(props.settings, props.display)} />;
}

function CurrencyValue({ value, settings, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text numeric>{formatDecimal(String(value), display.locale, amountFormat(settings, display))}</Text>;
}

function amountFormat(settings: FieldSettings, display: WidgetDisplay | undefined): Intl.NumberFormatOptions {
  // An amount whose currency nobody has told is a bare number, not one of the org's currency.
  const currency = textSetting(settings, 'currency') ?? (textSetting(settings, 'codeFrom') === undefined ? display?.currency : display?.recordCurrency);
  return { ...fractionDigits(settings), ...(currency === undefined ? {} : { style: 'currency', currency }) };
}
