import { Args, Query, Resolver } from '@nestjs/graphql';
import { documentKinds, documentSchema, isDocumentKind, nearMissHint } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Drafts } from './draft/drafts.js';
import { Models } from './models.js';
import { ObjectCounts } from './object-counts.js';
import { readableRecordSchema } from './readable-record-schema.js';
import { DocumentType, presentDocument } from './types/document.type.js';
import { ObjectCountType } from './types/usage.type.js';

/** What the org is made of. */
@Resolver(() => DocumentType)
export class DocumentsResolver {
  constructor(
    private readonly drafts: Drafts,
    private readonly models: Models,
    private readonly counts: ObjectCounts,
  ) {}

  @Query(() => [DocumentType], { description: 'All published documents with the draft laid over them (draft: true) or without.' })
  @SetupOnly('objects', 'automation', 'access', 'privacy')
  async documents(@CurrentActor() { org }: Actor, @Args('draft', { type: () => Boolean, defaultValue: true }) draft: boolean): Promise<DocumentType[]> {
    return (await this.drafts.documents(org, draft)).map(presentDocument);
  }

  @Query(() => JsonScalar, { description: "The JSON Schema of one object's records, as published." })
  async recordSchema(@CurrentActor() { org, access }: Actor, @Args('object') name: string): Promise<unknown> {
    const { model } = await this.models.current(org);
    if (!model.objectByName.has(name) || !access.objects.has(name)) throw unknownName('object', name, [...access.objects.keys()]);
    return readableRecordSchema(model, name, access);
  }

  @Query(() => JsonScalar, { description: 'The meta-schema that documents of a kind are checked against.' })
  documentSchema(@Args('kind') kind: string): unknown {
    if (!isDocumentKind(kind)) throw unknownName('kind of document', kind, documentKinds);
    return documentSchema(kind);
  }

  @Query(() => [ObjectCountType], { description: 'Records per object, for the list of objects in Setup.' })
  @SetupOnly('objects', 'automation', 'access', 'data', 'privacy')
  objectCounts(@CurrentActor() { org }: Actor): Promise<readonly ObjectCountType[]> {
    return this.counts.count(org);
  }
}

function unknownName(what: string, name: string, known: readonly string[]): ApiFailure {
  const hint = nearMissHint(name, known);
  return new ApiFailure('NOT_FOUND', `There is no ${what} "${name}".`, hint ? { hint } : {});
}
