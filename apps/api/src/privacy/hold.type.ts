import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

@ObjectType('Hold', { description: 'A legal hold on a record.' })
export class HoldType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  object!: string | null;

  @Field(() => ID)
  recordId!: string;

  @Field(() => String, { nullable: true, description: 'What the record is called, for those who may read it.' })
  name!: string | null;

  @Field()
  reason!: string;

  @Field(() => PersonType, { nullable: true })
  heldBy!: PersonType | null;

  @Field()
  heldAt!: Date;

  @Field(() => PersonType, { nullable: true })
  liftedBy!: PersonType | null;

  @Field(() => Date, { nullable: true })
  liftedAt!: Date | null;
}
