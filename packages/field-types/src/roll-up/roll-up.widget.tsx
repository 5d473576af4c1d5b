import { decimalWidget } from '../decimal/decimal.widget.js';
import type { Widget } from '../widget.js';
import type { WidgetInputProps, WidgetValueProps } from '../widget-values.js';

export const rollUpWidget: Widget = { Input: RollUpInput, Value: RollUpValue, icon: 'sigma', standsFor: 'value' };

function RollUpInput(props: WidgetInputProps) {
  return <decimalWidget.Input {...props} settings={{}} readOnly />;
}

function RollUpValue(props: WidgetValueProps) {
  return <decimalWidget.Value {...props} settings={{}} />;
}
