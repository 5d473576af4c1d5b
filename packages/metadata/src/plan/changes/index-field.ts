import { fieldChange } from '../field-change.js';

/** The index itself is attached to the field. */
export const indexField = fieldChange(
  ({ from, to }) => from.indexed !== to.indexed,
  ({ to }) => ({
    risk: 'online',
    sentence: to.indexed
      ? {
          en: 'The field “{field}” of “{object}” gets an index: filters and orders by it become fast.',
          'zh-TW': '為「{object}」的欄位「{field}」建立索引，以加快篩選與排序。',
          'zh-CN': '为“{object}”的字段“{field}”建立索引，以加快筛选与排序。',
        }
      : {
          en: 'The field “{field}” of “{object}” loses its index.',
          'zh-TW': '移除「{object}」的欄位「{field}」的索引。',
          'zh-CN': '移除“{object}”的字段“{field}”的索引。',
        },
  }),
);
