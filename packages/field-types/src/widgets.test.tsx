/** @jest-environment jsdom */
import { jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { fixtures } from './contract/fixtures.js';
import { plainKit } from './testing/plain-kit.js';
import type { FieldSettings, FieldTypeName } from './field-type.js';
import type { JsonValue } from './json-schema.js';
import type { WidgetDisplay } from './widget.js';
import { WidgetKitProvider, widgets } from './widgets.js';

const names = Object.keys(widgets) as FieldTypeName[];
const english: WidgetDisplay = { locale: 'en-US', timeZone: 'America/New_York', currency: 'USD', yesNo: ['Yes', 'No'] };

afterEach(cleanup);

function show(type: FieldTypeName, value: JsonValue, { display = english, settings = fixtures[type].settings[0] as FieldSettings } = {}): HTMLElement {
  const { Value } = widgets[type];
  return render(
    <WidgetKitProvider kit={plainKit}>
      <Value value={value} settings={settings} display={display} />
    </WidgetKitProvider>,
  ).container;
}

function edit(type: FieldTypeName, value: JsonValue, settings: FieldSettings = fixtures[type].settings[0]): { readonly changes: JsonValue[] } {
  const { Input } = widgets[type];
  const changes: JsonValue[] = [];
  function Held() {
    const [held, setHeld] = useState<JsonValue>(value);
    const change = (next: JsonValue) => {
      changes.push(next);
      setHeld(next);
    };
    return <Input label="Field" name="field" value={held} onChange={change} errors={['Wrong.']} settings={settings} display={english} />;
  }
  render(
    <WidgetKitProvider kit={plainKit}>
      <Held />
    </WidgetKitProvider>,
  );
  return { changes };
}

describe.each(names)('the widget of %s', (name) => {
  const [first] = fixtures[name].accepted;

  it('shows nothing for nothing, and something for a value', () => {
    expect(show(name, null).innerHTML).toBe('');
    cleanup();
    expect(show(name, first as JsonValue).innerHTML).not.toBe('');
  });

  it('offers an input with its label and messages, for a blank and for every value', () => {
    for (const value of [null, ...fixtures[name].accepted]) {
      edit(name, value);
      expect(screen.getByLabelText('Field')).toBeTruthy();
      expect(screen.getByText('Wrong.')).toBeTruthy();
      cleanup();
    }
  });
});

describe('values', () => {
  it.each<[FieldTypeName, JsonValue, string]>([
    ['integer', 1234567, '1,234,567'],
    ['decimal', '12345678901234567890.1200', '12,345,678,901,234,567,890.1200'],
    ['currency', '48000.00', '$48,000.00'],
    ['percent', '12.50', '12.50%'],
    ['date', '1997-01-01', 'Jan 1, 1997'],
    ['dateTime', '2026-01-01T04:30:00.000Z', 'Dec 31, 2025, 11:30 PM'],
    ['picklist', 'won', 'Closed (won)'],
    ['url', 'https://www.example.com/', 'example.com'],
    ['time', '14:30:00', '2:30 PM'],
    ['time', '14:30:05', '2:30:05 PM'],
    ['duration', 129_900, '36:05'],
    ['multiPicklist', ['call', 'mail', '展覽'], 'By mail Call 展覽'],
    ['personName', { last: '王', first: '小明' }, '王小明'],
    ['personName', { first: 'Ada', last: 'Lovelace' }, 'Ada Lovelace'],
    ['address', { street: 'Obere Str. 57', city: 'Berlin', postalCode: '12209', country: 'DE' }, 'Obere Str. 57 12209 Berlin Germany'],
    ['address', { street: '信義路五段7號', city: '台北市', postalCode: '110', country: 'TW' }, '110 Taiwan 台北市信義路五段7號'],
    ['geolocation', { latitude: '25.03', longitude: '121.56' }, '25.03, 121.56'],
    ['formula', '12.50', '$12.50'],
    ['rollUp', '1265793.04', '1,265,793.04'],
  ])('are written as people write them: %s', (type, value, text) => {
    expect(show(type, value).textContent?.replace(/\s/g, ' ')).toBe(text);
  });

  it('follow the language', () => {
    const german = { ...english, locale: 'de-DE' };
    expect(show('currency', '48000.00', { display: german, settings: { scale: 2, currency: 'EUR' } }).textContent).toBe('48.000,00\u00a0€');
    cleanup();
    const taiwan = { ...english, locale: 'zh-TW' };
    expect(show('picklist', 'new', { display: taiwan }).textContent).toBe('新');
    cleanup();
    expect(show('picklist', 'new', { display: { ...taiwan, valueLabels: { new: '全新' } } }).textContent).toBe('全新');
  });

  it('name the record that a reference points to', () => {
    const id = '0193a1b2-0000-7000-8000-000000000001';
    const link = show('lookup', id, { display: { ...english, recordName: 'QUICK-Stop' } }).querySelector('a');
    expect([link?.textContent, link?.getAttribute('href')]).toEqual(['QUICK-Stop', `/Customer/${id}`]);
  });

  it('show rich text without what could run, however it was stored', () => {
    const { innerHTML } = show('richText', '<p onclick="x">Hi</p><img src=x onerror=alert(1)><script>alert(1)</script>');
    expect(innerHTML).toBe('<div><p>Hi</p></div>');
  });

  it('draw the pictures and links that formulas make, and no other address', () => {
    const settings = { formula: 'x', result: 'text' };
    const { innerHTML, textContent } = show('formula', 'a ![star](/stars.png) [more](https://example.com/x) [bad](javascript:alert(1)) [worse](//evil.example)', { settings });
    expect(innerHTML).toContain('<img alt="star" src="/stars.png">');
    expect(innerHTML).toContain('<a href="https://example.com/x" target="_blank" rel="noreferrer">more</a>');
    expect(innerHTML).not.toMatch(/href="(javascript|\/\/)/);
    expect(textContent).toContain('[bad](javascript:alert(1))');
  });

  it('follow the record where a field takes its currency from another one', () => {
    const settings = { scale: 2, codeFrom: 'money' };
    expect(show('currency', '5.00', { settings }).textContent).toBe('5.00');
    cleanup();
    expect(show('currency', '5.00', { settings, display: { ...english, recordCurrency: 'EUR' } }).textContent).toBe('€5.00');
  });

  it('link mail, phone and web addresses, and never a script', () => {
    expect(show('email', 'ada@example.com').querySelector('a')?.href).toBe('mailto:ada@example.com');
    cleanup();
    expect(show('phone', '(5) 555-4729').querySelector('a')?.href).toBe('tel:55554729');
    cleanup();
    expect(show('url', 'javascript:alert(1)').querySelector('a')).toBeNull();
  });
});

describe('inputs', () => {
  const type = (text: string) => fireEvent.change(screen.getByLabelText('Field'), { target: { value: text } });

  it('give the value in the form the API carries, and null for nothing', () => {
    const { changes } = edit('text', null);
    type('Ada');
    type('');
    expect(changes).toEqual(['Ada', null]);
  });

  it('give whole numbers as numbers, and text where that would lose digits', () => {
    const { changes } = edit('integer', null);
    type('42');
    type('9007199254740993');
    expect(changes).toEqual([42, '9007199254740993']);
  });

  it('give decimals as text', () => {
    const { changes } = edit('currency', '1.00');
    type('12.50');
    expect(changes).toEqual(['12.50']);
    expect(screen.getByLabelText('Field').dataset['format']).toBe('{"minimumFractionDigits":2,"maximumFractionDigits":2,"style":"currency","currency":"USD"}');
  });

  it('still offer a picklist value that is no longer in the list', () => {
    edit('picklist', 'gone');
    expect(screen.getByLabelText<HTMLSelectElement>('Field').value).toBe('gone');
  });

  it('still offer a value that is not active as long as the record holds it', () => {
    const offered = () => [...screen.getByLabelText<HTMLSelectElement>('Field').options].map(({ value }) => value);
    edit('multiPicklist', ['mail']);
    expect(offered()).toEqual(['mail', 'visit', 'new; old', '展覽']);
    cleanup();
    edit('multiPicklist', ['call']);
    expect(offered()).toContain('call');
  });

  it('change one piece of a value and keep the others; without any there is no value', () => {
    const { changes } = edit('personName', { first: 'Ada' });
    fireEvent.change(screen.getByLabelText('Last name'), { target: { value: 'Lovelace' } });
    fireEvent.change(screen.getByLabelText('First name'), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText('Last name'), { target: { value: '' } });
    expect(changes).toEqual([{ first: 'Ada', last: 'Lovelace' }, { last: 'Lovelace' }, null]);
  });

  it('ask for the object before the record where there are several', () => {
    const { changes } = edit('polymorphicLookup', null);
    expect(screen.queryByLabelText('Record')).toBeNull();
    fireEvent.change(screen.getByLabelText('Object'), { target: { value: 'SalesOrder' } });
    fireEvent.change(screen.getByLabelText('Record'), { target: { value: 'id' } });
    expect(changes).toEqual([null, { salesOrder: 'id' }]);
  });

  it('take JSON when it is JSON, and say so until then', () => {
    const { changes } = edit('json', null);
    type('{"a": ');
    expect(changes).toEqual([]);
    expect(screen.getByText(/^Expected JSON/)).toBeTruthy();
    type('{"a": 1}');
    expect([changes, screen.queryByText(/^Expected JSON/)]).toEqual([[{ a: 1 }], null]);
  });

  it('say what is missing when there is no kit', () => {
    const { Value } = widgets.text;
    const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => render(<Value value="x" settings={{}} display={english} />)).toThrow(/WidgetKitProvider/);
    silence.mockRestore();
  });
});
