import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { GroupMappingInput, GroupMappingType } from '../providers/provider.type.js';

@ObjectType('ScimToken')
export class ScimTokenType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;

  @Field(() => Date, { nullable: true })
  lastUsedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when the token before the last rotation works beside this one.' })
  previousUntil?: Date | null;
}

@ObjectType('CreatedScimToken')
export class CreatedScimTokenType {
  @Field({ description: 'Told this once.' })
  token!: string;

  @Field(() => ScimTokenType)
  scimToken!: ScimTokenType;
}

@ObjectType('ScimSettings')
export class ScimSettingsType {
  @Field({ description: 'What is typed in at the directory.' })
  address!: string;

  @Field(() => [String], { description: 'What users get whom the directory makes.' })
  defaultPermissionSets!: readonly string[];

  @Field(() => [GroupMappingType])
  mappings!: readonly GroupMappingType[];

  @Field(() => [String], { description: 'Names of the groups that the directory has sent.' })
  groups!: readonly string[];
}

@InputType('ScimSettingsInput')
export class ScimSettingsInput {
  @Field(() => [String])
  defaultPermissionSets!: string[];

  @Field(() => [GroupMappingInput])
  mappings!: GroupMappingInput[];
}
