import { Field, ObjectType } from '@nestjs/graphql';
import { OrgType } from './org.type.js';
import { UserType } from './user.type.js';

@ObjectType('Session')
export class SessionType {
  @Field(() => UserType)
  user!: UserType;

  @Field(() => OrgType)
  org!: OrgType;

  @Field()
  isAdmin!: boolean;

  @Field(() => [String])
  permissionSets!: readonly string[];
}
