import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export const userStatuses = { INVITED: 'invited', ACTIVE: 'active', INACTIVE: 'inactive' } as const;
registerEnumType(userStatuses, { name: 'UserStatus' });

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

  @Field(() => userStatuses, { description: 'Who is invited has not accepted yet.' })
  status!: 'invited' | 'active' | 'inactive';

  @Field()
  locale!: string;

  @Field()
  timeZone!: string;

  @Field(() => [String])
  permissionSets!: readonly string[];

  @Field(() => Date, { nullable: true })
  lastSignInAt?: Date;
}
