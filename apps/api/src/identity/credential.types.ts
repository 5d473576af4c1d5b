import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProblemType } from '../metadata-api/problem.type.js';
import { UserType } from './user.type.js';

const text = () => String;
const optional = { nullable: true };

export const signInMethods = { PASSWORD: 'password', PASSKEY: 'passkey', OIDC: 'oidc' } as const;
registerEnumType(signInMethods, { name: 'SignInMethod' });

export const signInOutcomes = { SIGNED_IN: 'signedIn', WRONG_PASSWORD: 'wrongPassword', WRONG_FACTOR: 'wrongFactor', REFUSED: 'refused' } as const;
registerEnumType(signInOutcomes, { name: 'SignInOutcome' });

@ObjectType('OpenSession', { description: 'Somebody is signed in on a device.' })
export class OpenSessionType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'The one that this request came with.' })
  current!: boolean;

  @Field(() => signInMethods)
  method!: 'password' | 'passkey' | 'oidc';

  @Field(text, { ...optional, description: 'Network address that it was started from.' })
  address!: string | null;

  @Field(text, { ...optional, description: 'What the browser or program calls itself.' })
  userAgent!: string | null;

  @Field()
  createdAt!: Date;

  @Field({ description: 'To the minute.' })
  lastSeenAt!: Date;

  @Field()
  expiresAt!: Date;
}

@ObjectType('SignInEntry', { description: 'Somebody signed in as this person, or tried to.' })
export class SignInEntryType {
  @Field(() => ID)
  id!: string;

  @Field()
  at!: Date;

  @Field(() => signInOutcomes)
  outcome!: 'signedIn' | 'wrongPassword' | 'wrongFactor' | 'refused';

  @Field({ description: 'password, passkey or oidc.' })
  method!: string;

  @Field(text, { ...optional, description: 'Kind of the second factor.' })
  factor!: string | null;

  @Field(text, optional)
  address!: string | null;

  @Field(text, optional)
  userAgent!: string | null;
}

@InputType('InviteeInput')
export class InviteeInput {
  @Field()
  email!: string;

  @Field(text, { ...optional, description: 'Without one it is guessed from the address; who accepts can say another.' })
  name?: string | null;
}

@InputType('InviteInput')
export class InviteInput {
  @Field(() => [InviteeInput])
  people!: InviteeInput[];

  @Field(() => [String], { description: 'Names of permission sets, and of groups of them.' })
  permissionSets!: string[];

  @Field(text, optional)
  role?: string | null;

  @Field(() => [String], optional)
  teams?: string[] | null;

  @Field(text, { ...optional, description: 'Language tag: the one that the mail and the page speak.' })
  locale?: string | null;
}

@ObjectType('InvitedUser', { description: 'What became of one address.' })
export class InvitedUserType {
  @Field()
  email!: string;

  @Field(() => UserType, optional)
  user!: UserType | null;

  @Field(text, { ...optional, description: 'Where no mail server is set up: what to hand over. It is known only now.' })
  link!: string | null;

  @Field(() => [ProblemType], { description: 'Why nothing was sent; none for who was invited.' })
  problems!: ProblemType[];
}

@ObjectType('PasswordResetSent')
export class PasswordResetSentType {
  @Field(text, { ...optional, description: 'Where no mail server is set up: what to hand over. It is known only now.' })
  link!: string | null;
}
