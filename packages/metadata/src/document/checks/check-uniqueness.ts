import { jsonPointer } from '../../json-pointer.js';
import { graphqlNames } from '../../naming/index.js';
import type { Problem } from '../../problem.js';
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
    code: 'name.repeated',
    message: `There are two documents of kind "${item.kind}" with the name "${item.name}".`,
  }));
}

function repeatedIds(documents: readonly MetadataDocument[]): readonly Problem[] {
  const ofDocuments = repeated(documents, (document) => `${document.kind} ${document.guanxi.id}`).map(({ item, first }) => ({
    path: `${documentAddress(item)}/guanxi/id`,
    code: 'id.repeated',
    message: `The ${item.kind} "${item.name}" has the id "${item.guanxi.id}", which "${first.name}" has already.`,
    hint: 'A copy needs an id of its own.',
  }));
  const ofFields = documents.filter((document): document is ObjectDocument => document.kind === 'object').flatMap((document) =>
    repeated(Object.entries(document.properties), ([, property]) => property.guanxi.id).map(({ item, first }) => ({
      path: `${documentAddress(document)}${jsonPointer('properties', item[0], 'guanxi', 'id')}`,
      code: 'id.repeated',
      message: `The field "${item[0]}" has the id "${item[1].guanxi.id}", which "${first[0]}" has already.`,
      hint: 'A copy needs an id of its own.',
    })),
  );
  return [...ofDocuments, ...ofFields];
}

/** `HTTPCase` and `HttpCase` would be one table. */
function repeatedTables(model: Model): readonly Problem[] {
  return repeated(model.objects, (object) => object.table).filter(({ item, first }) => item.name !== first.name).map(({ item, first }) => ({
    path: `${jsonPointer(`object:${item.name}`)}/name`,
    code: 'name.clash',
    message: `"${item.name}" and "${first.name}" are too much alike: both would be the table "${item.table}".`,
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
    code: 'name.clash',
    message: item.object === first.object
      ? `${item.object.name} is called "${item.name}" in the API both for one record and for a list of them.`
      : `${item.object.name} and ${first.object.name} would both be called "${item.name}" in the API.`,
    hint: 'Say another plural with "guanxi.plural".',
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
