import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { writeDuration } from './write-duration.js';
import { isEmpty, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const durationWidget: Widget = { Input: DurationFieldInput, Value: DurationFieldValue, icon: 'timer', align: 'end' };

function DurationFieldInput({ settings: _settings, display: _display, value, ...rest }: WidgetInputProps) {
  const { DurationInput } = useWidgetKit();
  return <DurationInput {...rest} value={typeof value === 'number' ? value : null} />;
}

function DurationFieldValue({ value }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text numeric>{writeDuration(Number(value))}</Text>;
}
