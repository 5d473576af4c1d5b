import { Field, ID, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../metadata-api/scalars.js';
import { PersonType } from './person.type.js';

@ObjectType('TimelineItem')
export class TimelineItemType {
  @Field(() => ID)
  id!: string;

  @Field({ description: '`comment`, or the kind of change: `created`, `updated`, `deleted`, `restored`, and `merged` where another record became a part of this one.' })
  kind!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;

  @Field(() => String, { nullable: true, description: 'By which way a change came: `page`, `api`, `import` or `workflow`.' })
  source!: string | null;

  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => [PersonType])
  mentions!: readonly PersonType[];

  @Field(() => JsonScalar, { nullable: true, description: 'List of { field, from, to, fromName?, toName? }.' })
  changes!: unknown;

  @Field(() => ID, { nullable: true })
  parentId!: string | null;

  @Field()
  mayDelete!: boolean;
}

@ObjectType('TimelinePage')
export class TimelinePageType {
  @Field(() => [TimelineItemType])
  items!: readonly TimelineItemType[];

  @Field(() => String, { nullable: true })
  next!: string | null;
}
