import { LookupInput } from '../lookup/lookup.widget.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, type WidgetValueProps } from '../widget-values.js';

export const userWidget: Widget = { Input: LookupInput, Value: UserValue, icon: 'user' };

/** People have no record page, so there is nothing to link to. */
function UserValue({ value, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text>{display.recordName ?? String(value)}</Text>;
}
