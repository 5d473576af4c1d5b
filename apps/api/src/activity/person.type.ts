import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A colleague as everybody in the org may know them. */
@ObjectType('Person')
export class PersonType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field()
  active!: boolean;
}
