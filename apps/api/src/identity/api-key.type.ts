import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('ApiKey')
export class ApiKeyType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt?: Date | null;

  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;
}

@ObjectType('CreatedApiKey')
export class CreatedApiKeyType {
  @Field()
  key!: string;

  @Field(() => ApiKeyType)
  apiKey!: ApiKeyType;
}
