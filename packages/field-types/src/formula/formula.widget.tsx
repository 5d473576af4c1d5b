import { booleanWidget } from '../boolean/boolean.widget.js';
import { currencyWidget } from '../currency/currency.widget.js';
import { dateTimeWidget } from '../date-time/date-time.widget.js';
import { dateWidget } from '../date/date.widget.js';
import { decimalWidget } from '../decimal/decimal.widget.js';
import { percentWidget } from '../percent/percent.widget.js';
import { MarkedText } from '../text/marked-text.widget.js';
import { textWidget } from '../text/text.widget.js';
import { timeWidget } from '../time/time.widget.js';
import type { Widget } from '../widget.js';
import { isEmpty, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { type FormulaResult, resultSettings } from './result-settings.js';
import type { FormulaSettings } from './formula.js';

export const formulaWidget: Widget = { Input: FormulaInput, Value: FormulaValue, icon: 'square-function' };

const results: Readonly<Record<FormulaResult, Widget>> = {
  text: textWidget,
  number: decimalWidget,
  currency: currencyWidget,
  percent: percentWidget,
  boolean: booleanWidget,
  date: dateWidget,
  dateTime: dateTimeWidget,
  time: timeWidget,
};

function FormulaInput(props: WidgetInputProps) {
  const settings = props.settings as FormulaSettings;
  const { Input } = results[settings.result];
  return <Input {...props} settings={resultSettings(settings)} readOnly />;
}

function FormulaValue(props: WidgetValueProps) {
  const settings = props.settings as FormulaSettings;
  if (settings.result === 'text') return isEmpty(props.value) ? null : <MarkedText text={String(props.value)} />;
  const { Value } = results[settings.result];
  return <Value {...props} settings={resultSettings(settings)} />;
}
