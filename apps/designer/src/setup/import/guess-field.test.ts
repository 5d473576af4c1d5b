import { guessField } from './guess-field.js';

const context = { locale: 'en', timeZone: 'UTC' };
const kindOf = (heading: string, ...samples: string[]) => guessField(heading, samples, context).kind;

describe('the field for a column without one', () => {
  it('is of the narrowest kind that understands every value', () => {
    expect(kindOf('active', 'yes', 'no', 'Yes')).toBe('boolean');
    expect(kindOf('pieces', '1', '0', '12')).toBe('integer');
    expect(kindOf('weight', '1', '2.5')).toBe('decimal');
    expect(kindOf('born', '2026-01-31', '')).toBe('date');
    expect(kindOf('contact', 'ada@example.com', 'bob@example.com')).toBe('email');
    expect(kindOf('site', 'https://example.com/')).toBe('url');
    expect(kindOf('mixed', '12', 'twelve')).toBe('text');
    expect(kindOf('empty')).toBe('text');
  });

  it('keeps the zeros of codes, and knows telephones by their heading', () => {
    expect(kindOf('number', '00017', '00018')).toBe('text');
    expect(kindOf('電話', '02-2345-6789', '+886 912 345 678')).toBe('phone');
  });

  it('is a choice where few values come again and again, with those as its values', () => {
    const draft = guessField('level', ['Gold', 'Silver', 'Gold', 'Gold', 'Silver', 'Bronze', 'Gold', 'Bronze'], context);
    expect(draft.kind).toBe('picklist');
    expect(draft.settings['values']).toEqual(['Bronze', 'Gold', 'Silver'].map((value) => ({ value, label: value })));
  });

  it('takes texts with line breaks for long ones', () => {
    expect(kindOf('note', 'one\ntwo')).toBe('longText');
  });

  it('is called what the heading says', () => {
    expect(guessField('order_date', [], context).label.text).toBe('Order date');
    expect(guessField('customerVAT', [], context).label.text).toBe('Customer VAT');
    expect(guessField('客戶等級', [], context).label.text).toBe('客戶等級');
  });
});
