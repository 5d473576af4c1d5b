import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../metadata-api/scalars.js';

@ObjectType('ValueDifference')
export class ValueDifferenceType {
  @Field({ description: 'JSON pointer into the document; a thing in a list is known by its id or name.' })
  path!: string;

  @Field(() => JsonScalar, { nullable: true })
  before?: unknown;

  @Field(() => JsonScalar, { nullable: true })
  after?: unknown;
}

@ObjectType('DocumentDifference', { description: 'A document in two revisions.' })
export class DocumentDifferenceType {
  @Field()
  kind!: string;

  @Field()
  name!: string;

  @Field({ description: '`added`, `changed` or `removed`.' })
  event!: string;

  @Field(() => [ValueDifferenceType])
  changes!: readonly ValueDifferenceType[];
}
