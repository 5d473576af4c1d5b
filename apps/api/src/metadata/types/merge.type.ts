import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../metadata-api/scalars.js';

@ObjectType('MergeConflict', { description: 'A place where both sides say something different of what they began with.' })
export class MergeConflictType {
  @Field()
  kind!: string;

  @Field()
  name!: string;

  @Field({ description: 'JSON pointer that begins with the document; what `choices` names.' })
  path!: string;

  @Field(() => JsonScalar, { nullable: true })
  base?: unknown;

  @Field(() => JsonScalar, { nullable: true })
  mine?: unknown;

  @Field(() => JsonScalar, { nullable: true })
  theirs?: unknown;

  @Field({ description: '`mine` or `theirs`; what the target has stays where nobody decided.' })
  choice!: string;

  @Field()
  decided!: boolean;
}

@ObjectType('MergeChange', { description: 'Something that would be different afterwards.' })
export class MergeChangeType {
  @Field()
  kind!: string;

  @Field()
  name!: string;

  @Field({ description: '`added`, `changed` or `removed`.' })
  event!: string;

  @Field()
  path!: string;

  @Field(() => JsonScalar, { nullable: true })
  before?: unknown;

  @Field(() => JsonScalar, { nullable: true })
  after?: unknown;
}
