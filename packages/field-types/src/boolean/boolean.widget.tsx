import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import type { WidgetInputProps, WidgetValueProps } from '../widget-values.js';

export const booleanWidget: Widget = { Input: BooleanInput, Value: BooleanValue, icon: 'square-check' };

function BooleanInput({ settings: _settings, display: _display, value, ...rest }: WidgetInputProps) {
  const { CheckboxInput } = useWidgetKit();
  return <CheckboxInput {...rest} value={typeof value === 'boolean' ? value : null} />;
}

function BooleanValue({ value, display }: WidgetValueProps) {
  const { Check } = useWidgetKit();
  if (typeof value !== 'boolean') return null;
  const [yes, no] = display.yesNo ?? ['✓', '✗'];
  return <Check checked={value} label={value ? yes : no} />;
}
