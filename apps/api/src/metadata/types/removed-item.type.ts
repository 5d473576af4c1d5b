import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserType } from '../../identity/user.type.js';

@ObjectType('RemovedItem', { description: 'A removed field or object, kept aside with its values.' })
export class RemovedItemType {
  @Field(() => ID)
  id!: string;

  @Field({ description: '`field` or `object`.' })
  kind!: string;

  @Field({ description: 'Name of the object, as it is or was.' })
  object!: string;

  @Field(() => String, { nullable: true })
  field?: string;

  @Field()
  title!: string;

  @Field(() => Date)
  removedAt!: Date;

  @Field(() => UserType, { nullable: true })
  removedBy?: UserType;

  @Field(() => Int, { description: 'The revision that removed it.' })
  revision!: number;

  @Field(() => Date, { description: 'When it is dropped for good.' })
  dropsAt!: Date;
}
