import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../metadata-api/scalars.js';
import type { DocumentState, StatedDocument } from '../draft/lay-over.js';

const documentStates: { readonly [State in DocumentState]: State } = { PUBLISHED: 'PUBLISHED', CREATED: 'CREATED', CHANGED: 'CHANGED', REMOVED: 'REMOVED' };
registerEnumType(documentStates, { name: 'DocumentState' });

@ObjectType('Document')
export class DocumentType {
  @Field()
  kind!: string;

  @Field()
  name!: string;

  @Field(() => JsonScalar)
  document!: unknown;

  @Field(() => documentStates)
  state!: DocumentState;
}

@InputType('DocumentKey')
export class DocumentKeyInput {
  @Field()
  kind!: string;

  @Field()
  name!: string;
}

export function presentDocument({ document, state }: StatedDocument): DocumentType {
  return { kind: document.kind, name: document.name, document, state };
}
