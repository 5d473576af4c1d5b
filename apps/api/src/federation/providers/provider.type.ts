import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('GroupMapping')
export class GroupMappingType {
  @Field({ description: 'Name or id of the group, as the provider or directory writes it.' })
  group!: string;

  @Field(() => [String])
  permissionSets!: readonly string[];

  @Field(() => String, { nullable: true })
  role?: string | null;

  @Field(() => [String])
  teams!: readonly string[];
}

@InputType('GroupMappingInput')
export class GroupMappingInput {
  @Field()
  group!: string;

  @Field(() => [String])
  permissionSets!: string[];

  @Field(() => String, { nullable: true })
  role?: string | null;

  @Field(() => [String])
  teams!: string[];
}

@ObjectType('IdentityProvider')
export class IdentityProviderType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  active!: boolean;

  @Field()
  issuer!: string;

  @Field()
  clientId!: string;

  @Field({ description: 'The secret itself is never told.' })
  hasSecret!: boolean;

  @Field()
  scopes!: string;

  @Field(() => [String], { description: 'Domains of e-mail addresses that the provider may speak for.' })
  domains!: string[];

  @Field({ description: 'Addresses of the domains count as verified although the provider does not say so.' })
  trustsEmail!: boolean;

  @Field({ description: 'Makes a user of whoever comes for the first time.' })
  makesUsers!: boolean;

  @Field({ description: 'Signing out here signs out there.' })
  endsThere!: boolean;

  @Field(() => [String])
  defaultPermissionSets!: string[];

  @Field(() => String, { nullable: true, description: 'Claim with the groups; dots lead into objects.' })
  groupClaim?: string | null;

  @Field(() => [GroupMappingType])
  mappings!: GroupMappingType[];

  @Field({ description: 'Who is in none of the mapped groups is kept out.' })
  needsGroup!: boolean;

  @Field(() => Int, { description: 'How many people come by it.' })
  people!: number;
}

@InputType('IdentityProviderInput')
export class IdentityProviderInput {
  @Field()
  name!: string;

  @Field()
  active!: boolean;

  @Field()
  issuer!: string;

  @Field()
  clientId!: string;

  @Field(() => String, { nullable: true, description: 'Absent: stays as it is. Null or empty: the client has none.' })
  clientSecret?: string | null;

  @Field({ defaultValue: 'openid profile email' })
  scopes!: string;

  @Field(() => [String])
  domains!: string[];

  @Field()
  trustsEmail!: boolean;

  @Field()
  makesUsers!: boolean;

  @Field()
  endsThere!: boolean;

  @Field(() => [String])
  defaultPermissionSets!: string[];

  @Field(() => String, { nullable: true })
  groupClaim?: string | null;

  @Field(() => [GroupMappingInput])
  mappings!: GroupMappingInput[];

  @Field()
  needsGroup!: boolean;
}

@ObjectType('ProviderTest')
export class ProviderTestType {
  @Field()
  works!: boolean;

  @Field({ description: 'What the provider says about itself, or what went wrong; plain text.' })
  report!: string;

  @Field(() => String, { nullable: true, description: 'As the provider writes it.' })
  issuer?: string | null;
}
