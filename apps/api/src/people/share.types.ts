import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';
import type { PartyKind } from './share-party.js';

const id = () => ID;
const text = () => String;
const optional = { nullable: true };

export const shareAccesses = { READ: 'read', EDIT: 'edit' } as const;
registerEnumType(shareAccesses, { name: 'ShareAccess' });
export type ShareAccess = (typeof shareAccesses)[keyof typeof shareAccesses];
export const partyKinds: Readonly<Record<string, PartyKind>> = { USER: 'user', ROLE: 'role', BELOW: 'below', TEAM: 'team' };
registerEnumType(partyKinds, { name: 'PartyKind' });
export const shareEnds = { ENDED: 'ended', EXPIRED: 'expired' } as const;
registerEnumType(shareEnds, { name: 'ShareEnd' });
export type ShareEnd = (typeof shareEnds)[keyof typeof shareEnds];

@InputType('ShareWith', { description: 'A person by id; a role (`BELOW`: and the roles under it) or a team by name.' })
export class ShareWithInput {
  @Field(() => partyKinds)
  kind!: PartyKind;

  @Field(id)
  id!: string;
}

@ObjectType('ShareParty', { description: 'Whom a record is shared with.' })
export class SharePartyType {
  @Field(() => partyKinds)
  kind!: PartyKind;

  @Field(id)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'Whether there still is somebody like this.' })
  present!: boolean;
}

@ObjectType('RecordShare')
export class RecordShareType {
  @Field(id)
  id!: string;

  @Field(() => SharePartyType)
  with!: SharePartyType;

  @Field(() => shareAccesses)
  access!: ShareAccess;

  @Field(() => Date, { ...optional, description: 'It ends by itself at this moment.' })
  until!: Date | null;

  @Field(text, optional)
  reason!: string | null;

  @Field(() => PersonType, optional)
  by!: PersonType | null;

  @Field(() => Date)
  at!: Date;

  @Field(() => shareEnds, { ...optional, description: 'How it came to its end; null while it holds.' })
  end!: ShareEnd | null;

  @Field(() => Date, optional)
  endedAt!: Date | null;

  @Field(() => PersonType, optional)
  endedBy!: PersonType | null;
}

@ObjectType('RecordSharing', { description: 'Who a record is shared with, one by one.' })
export class RecordSharingType {
  @Field()
  mayShare!: boolean;

  @Field(text, { ...optional, description: 'Why you may not share it.' })
  refusal!: string | null;

  @Field(() => PersonType, optional)
  owner!: PersonType | null;

  @Field({ description: '`private`, `read`, `edit` or `parent`: what the object opens to everybody whose rights go by sharing.' })
  default!: string;

  @Field({ description: 'Whether roles above the owner’s see and change it.' })
  throughRoles!: boolean;

  @Field(() => [RecordShareType])
  shares!: readonly RecordShareType[];

  @Field(() => [RecordShareType], { description: 'The last ones that are over.' })
  ended!: readonly RecordShareType[];
}
