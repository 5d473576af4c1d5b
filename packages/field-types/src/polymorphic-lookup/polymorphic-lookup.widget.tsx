import { useState } from 'react';
import { say } from '../language/sentence.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget, WidgetDisplay } from '../widget.js';
import { groupInput, isEmpty, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { pointerOf, toPointer } from './pointer.js';
import type { PolymorphicLookupSettings } from './polymorphic-lookup.js';

export const polymorphicLookupWidget: Widget = { Input: PolymorphicLookupInput, Value: PolymorphicLookupValue, icon: 'waypoints' };

const words = {
  object: { en: 'Object', 'zh-TW': '物件', 'zh-CN': '对象' },
  record: { en: 'Record', 'zh-TW': '記錄', 'zh-CN': '记录' },
};

/** First the object, then one of its records. */
function PolymorphicLookupInput(props: WidgetInputProps) {
  const { InputGroup, SelectInput, RecordInput } = useWidgetKit();
  const { value, onChange, settings, display, disabled, readOnly, onBlur } = props;
  const { targets } = settings as PolymorphicLookupSettings;
  const held = pointerOf(value, targets);
  const [chosen, setChosen] = useState<string | null>(null);
  const target = held?.target ?? chosen ?? (targets.length === 1 ? (targets[0] ?? null) : null);
  const piece = { ...(disabled && { disabled }), ...(readOnly && { readOnly }), ...(onBlur && { onBlur }) };
  const locale = display?.locale ?? 'en';
  return (
    <InputGroup {...groupInput(props)}>
      <SelectInput {...piece} label={say(words.object, locale)} value={target} options={targets.map((name) => ({ value: name, label: labelOf(name, display) }))}
        onChange={(name) => { setChosen(name); onChange(null); }} />
      {target !== null && (
        <RecordInput {...piece} key={target} label={say(words.record, locale)} object={target} value={held?.id ?? null}
          {...(held !== null && display?.recordName !== undefined && { displayName: display.recordName })} onChange={(id) => onChange(id === null ? null : toPointer(target, id))} />
      )}
    </InputGroup>
  );
}

function PolymorphicLookupValue({ value, settings, display }: WidgetValueProps) {
  const { RecordLink } = useWidgetKit();
  const held = isEmpty(value) ? null : pointerOf(value, (settings as PolymorphicLookupSettings).targets);
  return held && <RecordLink object={held.target} id={held.id}>{display.recordName ?? `${labelOf(held.target, display)} ${held.id}`}</RecordLink>;
}

function labelOf(object: string, display: WidgetDisplay | undefined): string {
  return display?.objectLabels?.[object] ?? object;
}
