import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('PendingWork', { description: 'Work on a large table that goes on after publishing, while everybody works.' })
export class PendingWorkType {
  @Field({ description: '`index`, `constraint` or `required`.' })
  kind!: string;

  @Field()
  object!: string;

  @Field(() => String, { nullable: true })
  field?: string | null;

  @Field({ description: 'What is made: the name of the index or constraint.' })
  name!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => Date)
  since!: Date;

  @Field(() => String, { nullable: true, description: 'Why it could not be done so far; it is tried again.' })
  error?: string | null;
}
