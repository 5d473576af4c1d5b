import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum FactorRequirement {
  nobody = 'nobody',
  admins = 'admins',
  everybody = 'everybody',
}

registerEnumType(FactorRequirement, { name: 'FactorRequirement' });

@ObjectType('SignInPolicy')
export class SignInPolicyType {
  @Field(() => Int, { description: 'How long a session lasts at most.' })
  sessionHours!: number;

  @Field(() => Int, { description: 'A session that nobody used for this long is over.' })
  idleMinutes!: number;

  @Field(() => FactorRequirement, { description: 'Who has to show a second factor beside a password.' })
  factorRequired!: FactorRequirement;

  @Field(() => Date, { nullable: true, description: 'From when it is asked for, where the org has said nothing yet; null: now.' })
  factorFrom?: Date | null;

  @Field({ description: 'When false, people come in by their identity provider or with a passkey.' })
  passwordAllowed!: boolean;

  @Field(() => ID, { nullable: true, description: 'The admin whose password works all the same.' })
  emergencyUserId?: string | null;

  @Field(() => Int)
  shortestPassword!: number;

  @Field(() => [String], { description: 'Networks (CIDR) that requests may come from; none: from anywhere.' })
  addresses!: string[];

  @Field(() => Int, { nullable: true, description: 'How many days an API key may live; null: for ever.' })
  apiKeyDays?: number | null;

  @Field({ description: 'Where you come from at this moment.' })
  ownAddress!: string;
}

@InputType('SignInPolicyInput')
export class SignInPolicyInput {
  @Field(() => Int)
  sessionHours!: number;

  @Field(() => Int)
  idleMinutes!: number;

  @Field(() => FactorRequirement)
  factorRequired!: FactorRequirement;

  @Field()
  passwordAllowed!: boolean;

  @Field(() => ID, { nullable: true })
  emergencyUserId?: string | null;

  @Field(() => Int)
  shortestPassword!: number;

  @Field(() => [String])
  addresses!: string[];

  @Field(() => Int, { nullable: true })
  apiKeyDays?: number | null;
}

/** A key as those see it who look after sign-in: whose it is and how long it goes on, not what it is. */
@ObjectType('KeyInUse')
export class KeyInUseType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => ID)
  ownerId!: string;

  @Field()
  ownerName!: string;

  @Field(() => [String], { nullable: true })
  permissionSets?: string[] | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt?: Date | null;

  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;
}
