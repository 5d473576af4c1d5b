import type { FieldDescription } from '@guanxi/metadata';
import { suggestMapping, type NamedField } from './suggest-mapping.js';

const make = (name: string, title: string, more: Partial<FieldDescription> = {}, ...titles: string[]): NamedField => ({
  field: { name, label: title, type: 'text', required: false, externalId: false, ...more } as FieldDescription, names: [name, title, ...titles],
});
const order = [
  make('orderNumber', 'Order number', { externalId: true }, '訂單編號'), make('customer', 'Customer', { type: 'lookup', target: 'Customer', required: true }, '客戶'),
  make('orderedOn', 'Ordered on', { type: 'date', required: true }, '訂購日期'), make('shippedOn', 'Shipped on', { type: 'date' }), make('quantity', 'Quantity'), make('amount', 'Amount', { type: 'currency' }), make('freight', 'Freight'),
];
const customer = [make('name', 'Name', { required: true }), make('customerNumber', 'Customer number', { externalId: true }), make('contactName', 'Contact'), make('phone', 'Phone'), make('city', 'City')];
const suggest = (headings: readonly string[], fields: readonly NamedField[]) => Object.fromEntries([...suggestMapping(headings, fields)].map(([heading, { field }]) => [heading, field.name]));

describe('the field for a heading', () => {
  it('is found for CDNOW’s transactions', () => {
    expect(suggest(['customer_id', 'date', 'quantity', 'amount'], order)).toEqual({ customer_id: 'customer', date: 'orderedOn', quantity: 'quantity', amount: 'amount' });
  });

  it('is found for Northwind’s orders, and left open where there is none', () => {
    expect(suggest(['order_id', 'customer_id', 'employee_id', 'order_date', 'required_date', 'shipped_date', 'ship_via', 'freight', 'ship_name'], order))
      .toEqual({ order_id: 'orderNumber', customer_id: 'customer', order_date: 'orderedOn', shipped_date: 'shippedOn', freight: 'freight' });
  });

  it('is found for Northwind’s customers', () => {
    expect(suggest(['customer_id', 'company_name', 'contact_name', 'contact_title', 'city', 'phone', 'fax'], customer))
      .toEqual({ customer_id: 'customerNumber', company_name: 'name', contact_name: 'contactName', city: 'city', phone: 'phone' });
  });

  it('is found by a label in another language', () => {
    expect(suggest(['訂購日期', '客戶'], order)).toEqual({ 訂購日期: 'orderedOn', 客戶: 'customer' });
  });
});
