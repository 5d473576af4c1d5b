import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../metadata-api/scalars.js';

@ObjectType('OauthClient')
export class OauthClientType {
  @Field(() => ID, { description: 'Its client_id.' })
  id!: string;

  @Field()
  name!: string;

  @Field(() => [String])
  permissionSets!: string[];

  @Field(() => String, { nullable: true, description: 'Name of its role in the tree of roles.' })
  role?: string | null;

  @Field(() => [String], { description: 'Names of its teams.' })
  teams!: string[];

  @Field(() => JsonScalar, { nullable: true, description: 'Its public keys (JWKS), where it signs instead of telling its secret.' })
  publicKeys?: unknown;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;

  @Field(() => Date, { nullable: true })
  lastUsedAt?: Date | null;

  @Field(() => String, { nullable: true })
  lastUsedAddress?: string | null;

  @Field(() => Date, { nullable: true, description: 'Until when the secret before the last rotation works beside this one; null when it has ended.' })
  previousUntil?: Date | null;
}

@ObjectType('OauthClientSecret')
export class OauthClientSecretType {
  @Field()
  secret!: string;

  @Field(() => OauthClientType)
  client!: OauthClientType;
}

@InputType('OauthClientInput')
export class OauthClientInput {
  @Field()
  name!: string;

  @Field(() => [String])
  permissionSets!: string[];

  @Field(() => String, { nullable: true })
  role?: string | null;

  @Field(() => [String], { nullable: true })
  teams?: string[] | null;

  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;

  @Field(() => JsonScalar, { nullable: true })
  publicKeys?: unknown;
}
