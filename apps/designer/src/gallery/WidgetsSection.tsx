import type { FieldSettings, FieldTypeName, JsonValue } from '@guanxi/field-types';
import { WidgetKitProvider, widgets, type WidgetDisplay } from '@guanxi/field-types/widgets';
import { useState } from 'react';
import { useFormat } from '../format/index.js';
import { widgetKit } from '../ui/index.js';
import { Example } from './Example.js';

interface Sample {
  readonly kind: FieldTypeName;
  readonly label: string;
  readonly value: JsonValue;
  readonly settings?: FieldSettings;
  readonly display?: Partial<WidgetDisplay>;
}

const channels: FieldSettings = { values: [{ value: 'mail', label: 'Mail', color: 'blue' }, { value: 'call', label: 'Call', color: 'green' }, { value: 'visit', label: 'Visit', color: 'amber' }, { value: 'fax', label: 'Fax', active: false }] };
const id = '0193a1b2-0000-7000-8000-000000000001';

const samples: readonly Sample[] = [
  { kind: 'richText', label: 'Description', value: '<h2>Plan</h2><p>Meet <strong>Ada</strong> at the <a href="https://example.com">fair</a>.</p><ul><li>Bring the contract</li><li>王小明 joins</li></ul>' },
  { kind: 'multiPicklist', label: 'Channels', value: ['call', 'mail'], settings: channels },
  { kind: 'time', label: 'Opens at', value: '09:30:00' },
  { kind: 'duration', label: 'Length', value: 5400 },
  { kind: 'address', label: 'Billing address', value: { street: 'Obere Str. 57', city: 'Berlin', postalCode: '12209', country: 'DE' } },
  { kind: 'personName', label: 'Contact', value: { salutation: 'Dr.', first: 'Ada', last: 'Lovelace' } },
  { kind: 'geolocation', label: 'Place', value: { latitude: '25.033964', longitude: '121.564468' } },
  { kind: 'json', label: 'Payload', value: { source: 'web', tags: ['a', 1] } },
  { kind: 'encryptedText', label: 'National id', value: 'A123456789' },
  { kind: 'file', label: 'Contract', value: null },
  { kind: 'image', label: 'Photo', value: id, display: { recordName: 'photo.png' } },
  { kind: 'polymorphicLookup', label: 'Regarding', value: null, settings: { targets: ['Customer', 'Order'] } },
  { kind: 'masterDetail', label: 'Campaign', value: id, settings: { target: 'Campaign' }, display: { recordName: 'Spring fair' } },
  { kind: 'junction', label: 'Contacts', value: { add: [id] }, display: { listedObject: 'Contact', recordNames: { [id]: 'Ada Lovelace' } } },
  { kind: 'formula', label: 'Margin', value: '12.50', settings: { formula: 'x', result: 'percent' } },
  { kind: 'formula', label: 'Rating', value: 'Good [more](https://example.com/rating)', settings: { formula: 'x', result: 'text' } },
  { kind: 'rollUp', label: 'Revenue', value: '1265793.04', settings: { relation: 'orders', operation: 'sum' } },
];

/** How each kind of field is changed and, below it, read. */
export function WidgetsSection() {
  return <WidgetKitProvider kit={widgetKit}><Example name="Kinds of field" isColumns>{samples.map((sample) => <WidgetSample key={sample.label} {...sample} />)}</Example></WidgetKitProvider>;
}

function WidgetSample({ kind, label, value: first, settings = {}, display: more }: Sample) {
  const [value, setValue] = useState<JsonValue>(first);
  const { locale, timeZone } = useFormat();
  const { Input, Value } = widgets[kind];
  const display: WidgetDisplay = { locale, timeZone, currency: 'USD', yesNo: ['Yes', 'No'], ...more };
  return (
    <div>
      <Input label={label} name={kind} value={value} onChange={setValue} settings={settings} display={display} />
      <div style={{ paddingTop: 6 }}>{value === null ? null : <Value value={value} settings={settings} display={display} />}</div>
    </div>
  );
}
