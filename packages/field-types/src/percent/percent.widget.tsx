import { fractionDigits } from '../decimal/decimal.widget.js';
import { formatDecimal } from '../decimal/format-decimal.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const percentWidget: Widget = { Input: PercentInput, Value: PercentValue, icon: 'percent', align: 'end' };

/** The unit keeps percent points as they are, where Intl's percent style would multiply them by a hundred. */
const unit: Intl.NumberFormatOptions = { style: 'unit', unit: 'percent' };

function PercentInput(props: WidgetInputProps) {
  const { NumberInput } = useWidgetKit();
  return <NumberInput {...textInput(props)} format={{ ...fractionDigits(props.settings), ...unit }} />;
}

function PercentValue({ value, settings, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text numeric>{formatDecimal(String(value), display.locale, { ...fractionDigits(settings), ...unit })}</Text>;
}
