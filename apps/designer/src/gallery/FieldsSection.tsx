import { Calculator, Mail, Type } from 'lucide-react';
import { useState } from 'react';
import {
  Checkbox, ComboBox, DateField, DateTimeField, DecimalField, NumberField, ObjectGlyph, RadioGroup, SearchField, Select, Switch, TextArea, TextField,
} from '../ui/index.js';
import { Example } from './Example.js';

const tiers = [{ value: 'gold', label: 'Gold', hue: 'amber' }, { value: 'silver', label: 'Silver', hue: 'sky' }, { value: 'bronze', label: 'Bronze', hue: 'orange', description: 'Fewer than three orders' }];
const customers = ['Alfreds Futterkiste', 'Ana Trujillo', '王小明股份有限公司', 'Berglunds snabbköp', 'Blauer See Delikatessen'].map((label, index) => ({ value: String(index), label, glyph: <ObjectGlyph name="Customer" icon="users" size="small" /> }));

export function FieldsSection() {
  const [text, setText] = useState('Alfreds Futterkiste');
  const [note, setNote] = useState('');
  const [count, setCount] = useState<number | null>(30);
  const [amount, setAmount] = useState<string | null>('2500315.63');
  const [tier, setTier] = useState<string | null>('gold');
  const [customer, setCustomer] = useState<string | null>('1');
  const [day, setDay] = useState<string | null>('1997-06-30');
  const [instant, setInstant] = useState<string | null>('2026-11-22T04:00:00Z');
  const [kind, setKind] = useState('text');
  return (
    <>
      <Example name="Text" isColumns>
        <TextField label="Name" value={text} onChange={setText} isRequired help="As it stands on the invoice" />
        <TextField label="Email" type="email" value="no address" onChange={() => undefined} error="“no address” is not an e-mail address." />
        <TextField label="API name" value="external_id" onChange={() => undefined} isCode isReadOnly />
        <TextField label="Web address" prefix="https://" value="example.com" onChange={() => undefined} />
        <TextField label="Disabled" value="Not now" onChange={() => undefined} isDisabled />
        <SearchField label="Search fields" value={note} onChange={setNote} />
        <TextArea label="Notes" value={note} onChange={setNote} placeholder="What should the next person know?" />
      </Example>
      <Example name="Numbers, dates" isColumns>
        <NumberField label="Days since last order" value={count} onChange={setCount} min={0} unit="days" />
        <DecimalField label="Amount" value={amount} onChange={setAmount} scale={2} prefix="USD" />
        <DateField label="Ordered on" value={day} onChange={setDay} />
        <DateTimeField label="Due at" value={instant} onChange={setInstant} />
      </Example>
      <Example name="Choices" isColumns>
        <Select label="Tier" choices={tiers} value={tier} onChange={setTier} isClearable />
        <Select label="Empty" choices={tiers} value={null} onChange={setTier} isRequired error="Choose a tier." />
        <ComboBox label="Customer" choices={customers} value={customer} onChange={setCustomer} />
        <div><Checkbox defaultSelected>Unique</Checkbox><br /><Checkbox isIndeterminate help="Some of the rows">Mixed</Checkbox><br /><Switch defaultSelected>Active</Switch><br /><Switch help="Nothing runs until it is on">Off</Switch></div>
      </Example>
      <Example name="RadioGroup"><div style={{ flex: 1 }}><RadioGroup label="Kind of field" isCards value={kind} onChange={setKind} choices={[{ value: 'text', label: 'Text', icon: Type, description: 'Up to 255 characters' }, { value: 'email', label: 'E-mail', icon: Mail, description: 'Checked when typed' }, { value: 'decimal', label: 'Decimal', icon: Calculator, description: 'Exact, to the last digit' }]} /></div></Example>
    </>
  );
}
