import { asWord, type Wording } from '@guanxi/field-types';
import { jsonPointer } from '../../json-pointer.js';
import { graphqlNames } from '../../naming/index.js';
import { faultOf, type Problem } from '../../problem.js';
import type { MetadataDocument, ObjectDocument } from '../documents.js';
import type { Model } from '../../model/model.js';
import { documentAddress } from './check-context.js';

/** Names and ids that may occur once in an org. */
export function checkUniqueness(documents: readonly MetadataDocument[], model: Model): readonly Problem[] {
  return [...repeatedNames(documents), ...repeatedIds(documents), ...repeatedTables(model), ...repeatedApiNames(model)];
}

function repeatedNames(documents: readonly MetadataDocument[]): readonly Problem[] {
  return repeated(documents, (document) => `${document.kind}:${document.name}`).map(({ item }) => ({
    path: documentAddress(item),
    ...faultOf('name.repeated', { ...twoDocuments, words: { kind: item.kind, name: item.name } }),
  }));
}

function repeatedIds(documents: readonly MetadataDocument[]): readonly Problem[] {
  const ofDocuments = repeated(documents, (document) => `${document.kind} ${document.guanxi.id}`).map(({ item, first }) => ({
    path: `${documentAddress(item)}/guanxi/id`,
    ...faultOf('id.repeated', { ...sameId, words: { what: item.kind, name: item.name, id: item.guanxi.id, first: first.name } }, ownId),
  }));
  const ofFields = documents.filter((document): document is ObjectDocument => document.kind === 'object').flatMap((document) =>
    repeated(Object.entries(document.properties), ([, property]) => property.guanxi.id).map(({ item, first }) => ({
      path: `${documentAddress(document)}${jsonPointer('properties', item[0], 'guanxi', 'id')}`,
      ...faultOf('id.repeated', { ...sameId, words: { what: asWord(fieldWord), name: item[0], id: item[1].guanxi.id, first: first[0] } }, ownId),
    })),
  );
  return [...ofDocuments, ...ofFields];
}

/** `HTTPCase` and `HttpCase` would be one table. */
function repeatedTables(model: Model): readonly Problem[] {
  return repeated(model.objects, (object) => object.table).filter(({ item, first }) => item.name !== first.name).map(({ item, first }) => ({
    path: `${jsonPointer(`object:${item.name}`)}/name`,
    ...faultOf('name.clash', { ...sameTable, words: { name: item.name, first: first.name, table: item.table } }),
  }));
}

function repeatedApiNames(model: Model): readonly Problem[] {
  const uses = model.objects.flatMap((object) => {
    const names = graphqlNames(object);
    const fields = [names.one, names.many, names.create, names.createMany, names.update, names.upsert, names.delete, names.restore];
    return fields.map((name) => ({ name, object }));
  });
  const clashes = repeated(uses, (use) => use.name).map(({ item, first }) => ({ item, first }));
  const told = new Map(clashes.map((clash) => [`${clash.item.object.name} ${clash.first.object.name}`, clash]));
  return [...told.values()].map(({ item, first }) => ({
    path: `${jsonPointer(`object:${item.object.name}`)}/guanxi/plural`,
    ...faultOf('name.clash', { ...(item.object === first.object ? oneAndMany : sameInApi), words: { object: item.object.name, other: first.object.name, name: item.name } }, otherPlural),
  }));
}

function repeated<T>(items: readonly T[], key: (item: T) => string): readonly { readonly item: T; readonly first: T }[] {
  const seen = new Map<string, T>();
  return items.flatMap((item) => {
    const first = seen.get(key(item));
    if (first !== undefined) return [{ item, first }];
    seen.set(key(item), item);
    return [];
  });
}

const fieldWord: Wording = { en: 'field', 'zh-TW': '欄位', 'zh-CN': '字段' };
const twoDocuments: Wording = {
  en: 'There are two documents of kind "{kind}" with the name "{name}".', 'zh-TW': '有兩份「{kind}」類文件的名稱都是「{name}」。', 'zh-CN': '有两份“{kind}”类文档的名称都是“{name}”。',
};
const sameId: Wording = {
  en: 'The {what} "{name}" has the id "{id}", which "{first}" has already.', 'zh-TW': '{what}「{name}」的 id「{id}」已被「{first}」使用。', 'zh-CN': '{what}“{name}”的 id“{id}”已被“{first}”使用。',
};
const ownId: Wording = { en: 'A copy needs an id of its own.', 'zh-TW': '複本需要自己的 id。', 'zh-CN': '副本需要自己的 id。' };
const sameTable: Wording = {
  en: '"{name}" and "{first}" are too much alike: both would be the table "{table}".', 'zh-TW': '「{name}」與「{first}」太相似：兩者都會成為資料表「{table}」。', 'zh-CN': '“{name}”与“{first}”太相似：两者都会成为数据表“{table}”。',
};
const oneAndMany: Wording = {
  en: '{object} is called "{name}" in the API both for one record and for a list of them.', 'zh-TW': '{object} 在 API 中的單筆與清單名稱都是「{name}」。', 'zh-CN': '{object} 在 API 中的单条与列表名称都是“{name}”。',
};
const sameInApi: Wording = {
  en: '{object} and {other} would both be called "{name}" in the API.', 'zh-TW': '{object} 與 {other} 在 API 中都會稱為「{name}」。', 'zh-CN': '{object} 与 {other} 在 API 中都会称为“{name}”。',
};
const otherPlural: Wording = { en: 'Say another plural with "guanxi.plural".', 'zh-TW': '請以「guanxi.plural」指定其他複數名稱。', 'zh-CN': '请以“guanxi.plural”指定其他复数名称。' };
