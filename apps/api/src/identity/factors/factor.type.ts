import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Passkey')
export class PasskeyType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'Whether it may be on several devices of its person.' })
  synced!: boolean;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt?: Date | null;

  @Field(() => String, { nullable: true })
  lastUsedAddress?: string | null;
}

@ObjectType('Factors')
export class FactorsType {
  @Field(() => Date, { nullable: true, description: 'Since when there is an authenticator app; null without one.' })
  totpSince?: Date | null;

  @Field(() => [PasskeyType])
  passkeys!: PasskeyType[];

  @Field(() => Int)
  recoveryCodesLeft!: number;

  @Field({ description: 'Whether the organisation asks for a second factor.' })
  required!: boolean;

  @Field(() => Date, { nullable: true, description: 'From when the organisation will ask for one; null where it does already, or never.' })
  requiredFrom?: Date | null;
}

@ObjectType('TotpStart')
export class TotpStartType {
  @Field({ description: 'In base32, to be typed by who cannot read the picture.' })
  secret!: string;

  @Field()
  uri!: string;

  @Field({ description: 'The same as a QR code: an SVG document.' })
  svg!: string;
}

@ObjectType('FactorAdded')
export class FactorAddedType {
  @Field(() => [String], { nullable: true, description: 'With the first factor: codes for the day when it is gone, told this once.' })
  recoveryCodes?: string[] | null;
}
