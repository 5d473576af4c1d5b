import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PersonType } from './person.type.js';

@ObjectType('Notification')
export class NotificationType {
  @Field(() => ID)
  id!: string;

  @Field({ description: '`mention`, `comment`, `workflow`, `webhook`, `export`, `approval`, `form` or `queue`.' })
  kind!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;

  @Field()
  text!: string;

  @Field(() => String, { nullable: true })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => String, { nullable: true })
  recordName!: string | null;

  @Field()
  read!: boolean;
}
