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

  @Field(() => [String], { description: 'The parts of Setup that this person may use.' })
  setupAreas!: readonly string[];

  @Field(() => [String])
  permissionSets!: readonly string[];
}
