import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('ApiKey')
export class ApiKeyType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [String], { nullable: true, description: 'The permission sets that it is limited to; null leaves it all rights of its owner.' })
  permissionSets?: string[] | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt?: Date | null;

  @Field(() => String, { nullable: true })
  lastUsedAddress?: string | null;

  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when the key before the last rotation works beside this one; null when it has ended.' })
  previousUntil?: Date | null;
}

@ObjectType('CreatedApiKey')
export class CreatedApiKeyType {
  @Field()
  key!: string;

  @Field(() => ApiKeyType)
  apiKey!: ApiKeyType;
}
