import { PieceInputs } from '../parts/piece-inputs.widget.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { writeName } from './name-order.js';
import { nameLabels } from './name-labels.js';

export const personNameWidget: Widget = { Input: PersonNameInput, Value: PersonNameValue, icon: 'contact' };

const western = ['salutation', 'first', 'middle', 'last', 'suffix'];
const eastern = ['last', 'first', 'middle', 'salutation', 'suffix'];

/** In the order in which the reader's language names people. */
function PersonNameInput(props: WidgetInputProps) {
  return <PieceInputs input={props} labels={nameLabels} order={/^(zh|ja|ko|hu)\b/.test(props.display?.locale ?? 'en') ? eastern : western} />;
}

function PersonNameValue({ value }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text>{writeName(value)}</Text>;
}
