import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A person as /metadata shows one. */
@ObjectType('User')
export class UserType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field()
  active!: boolean;

  @Field()
  locale!: string;

  @Field()
  timeZone!: string;

  @Field(() => [String])
  permissionSets!: readonly string[];

  @Field(() => Date, { nullable: true })
  lastSignInAt?: Date;
}
