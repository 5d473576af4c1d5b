import { moveField, putField, relabelField, removeField } from './object-edits.js';
import { freeName, suggestFieldName, suggestObjectName, suggestValue } from './suggest-name.js';

const text = { title: 'Text', type: 'string', guanxi: { id: 'a', type: 'text' } };
const object = {
  kind: 'object' as const, name: 'Order', title: 'Order', type: 'object' as const, required: ['number', 'day'],
  properties: { number: text, day: { ...text, guanxi: { id: 'b', type: 'date' } }, note: { ...text, guanxi: { id: 'c', type: 'longText' } } }, guanxi: { id: 'o', nameField: 'number' },
};

describe('edits of an object document', () => {
  it('add a field at the end', () => {
    expect(Object.keys(putField(object, { name: 'city', property: text, isRequired: false }).properties)).toEqual(['number', 'day', 'note', 'city']);
  });

  it('rename a field where it stands, with its place among the required ones and as the name field', () => {
    const edited = putField(object, { previousName: 'number', name: 'code', property: text, isRequired: true });
    expect(Object.keys(edited.properties)).toEqual(['code', 'day', 'note']);
    expect(edited.required).toEqual(['code', 'day']);
    expect(edited.guanxi.nameField).toBe('code');
  });

  it('leave out an empty list of required fields', () => {
    expect('required' in removeField(removeField(object, 'number'), 'day')).toBe(false);
  });

  it('move a field and leave the others in their order', () => {
    expect(Object.keys(moveField(object, 'note', 0).properties)).toEqual(['note', 'number', 'day']);
  });

  it('give a field a new label in the language it was written in', () => {
    expect(relabelField(object, 'city', 'x', 'en')).toBe(object);
    expect(relabelField(object, 'day', 'Order day', 'en').properties.day.title).toBe('Order day');
    const translated = relabelField(object, 'day', '日期', 'zh-TW').properties.day;
    expect(translated).toMatchObject({ title: 'Text', guanxi: { titles: { 'zh-TW': '日期' } } });
  });
});

describe('names suggested from labels', () => {
  it.each([['Sales order', 'SalesOrder', 'salesOrder'], ['Café crème', 'CafeCreme', 'cafeCreme'], ['URL', 'URL', 'url'], ['3rd party', 'RdParty', 'rdParty'], ['客戶', '', '']])('%s', (label, objectName, fieldName) => {
    expect([suggestObjectName(label), suggestFieldName(label)]).toEqual([objectName, fieldName]);
  });

  it('keep Chinese as the value of a picklist', () => {
    expect([suggestValue('In progress'), suggestValue('已完成')]).toEqual(['in_progress', '已完成']);
  });

  it('are free', () => {
    expect([freeName('Order', []), freeName('Order', ['Order', 'Order2'])]).toEqual(['Order', 'Order3']);
  });
});
