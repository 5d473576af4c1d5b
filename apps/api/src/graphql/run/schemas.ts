import type { Model } from '@guanxi/metadata';
import type { Access, Ground } from '@guanxi/query';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { buildSchema } from '../schema/build-schema.js';
import { prepareDocument, type Prepared } from './prepare-document.js';

/** A schema takes some twelve kilobytes per object until its types are named. */
const MOST_OBJECTS = 10_000;
const DOCUMENTS_PER_SCHEMA = 500;
/** Characters; what is made of a document takes some fifty times as many bytes. */
const TEXT_PER_SCHEMA = 2_000_000;

/** A schema with the documents that have been sent to it. Everybody with the same rights in a revision shares it. */
export interface OrgSchema {
  readonly schema: GraphQLSchema;
  readonly ground: Ground;
  prepare(text: string, operationName: string | undefined): Prepared;
}

/** The schemas in use. A published revision is another key, so that it is in force at once and requests under way end on theirs. */
export class Schemas {
  private readonly schemas = new LRUCache<string, OrgSchema>({ maxSize: MOST_OBJECTS, sizeCalculation: ({ ground }) => ground.access.objects.size + 1 });

  find(schemaName: string, revision: number, model: Model, access: Access): OrgSchema {
    const key = `${schemaName} ${revision} ${access.key}`;
    const known = this.schemas.get(key);
    // A revision that was prepared and then not published may come again as another one.
    if (known?.ground.model === model) return known;
    const made = makeOrgSchema({ model, access, schema: schemaName, revision });
    this.schemas.set(key, made);
    return made;
  }
}

function makeOrgSchema(ground: Ground): OrgSchema {
  const schema = buildSchema(ground.model, ground.access);
  const documents = new LRUCache<string, Prepared>({ max: DOCUMENTS_PER_SCHEMA, maxSize: TEXT_PER_SCHEMA, sizeCalculation: (_, text) => text.length + 1 });
  return {
    schema,
    ground,
    prepare: (text, operationName) => {
      const key = operationName === undefined ? text : `${operationName}\n${text}`;
      const known = documents.get(key);
      if (known) return known;
      const prepared = prepareDocument(schema, text, operationName);
      documents.set(key, prepared);
      return prepared;
    },
  };
}
