import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

export const requestKinds = { ACCESS: 'access', ERASURE: 'erasure' } as const;
export const requestStatuses = { OPEN: 'open', DONE: 'done', REFUSED: 'refused' } as const;
registerEnumType(requestKinds, { name: 'PrivacyRequestKind', valuesMap: { ACCESS: { description: 'A copy of what is kept.' }, ERASURE: { description: 'That it goes.' } } });
registerEnumType(requestStatuses, { name: 'PrivacyRequestStatus' });

@ObjectType('FoundPerson', { description: 'A record that stands for a person.' })
export class FoundPersonType {
  @Field()
  object!: string;

  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [String], { description: 'Fields that the text was found in.' })
  fields!: readonly string[];

  @Field({ description: 'It is in the recycle bin.' })
  deleted!: boolean;
}

@ObjectType('ErasedCount')
export class ErasedCountType {
  @Field({ description: 'An object, or `comments`, `files`, `mails`, `notifications`, `runs`, `calls`, `forms`, `approvals`, `deliveries`, `due`, `sharing`, `imports`, `exports` or `operations`; of a user also `sessions`, `signIns`, `devices`, `credentials`, `keys`, `identities` and `preferences`.' })
  what!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('PrivacyRequest')
export class PrivacyRequestType {
  @Field(() => ID)
  id!: string;

  @Field(() => requestKinds)
  kind!: 'access' | 'erasure';

  @Field(() => requestStatuses)
  status!: 'open' | 'done' | 'refused';

  @Field(() => String, { nullable: true })
  object!: string | null;

  @Field(() => ID)
  recordId!: string;

  @Field({ description: 'What the person is called now; a placeholder after an erasure.' })
  name!: string;

  @Field({ description: 'YYYY-MM-DD' })
  receivedOn!: string;

  @Field({ description: 'YYYY-MM-DD' })
  dueOn!: string;

  @Field(() => PersonType, { nullable: true })
  openedBy!: PersonType | null;

  @Field()
  openedAt!: Date;

  @Field(() => PersonType, { nullable: true })
  closedBy!: PersonType | null;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusal!: string | null;

  @Field(() => [ErasedCountType], { description: 'What was erased.' })
  erased!: readonly ErasedCountType[];

  @Field(() => Int, { description: 'In how many copies of the org the same was erased.' })
  sandboxes!: number;

  @Field(() => Int, { description: 'How many records were left as they are, since they are on legal hold.' })
  held!: number;

  @Field(() => Int, { description: 'How often a copy was given out.' })
  exports!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the last copy, hexadecimal.' })
  lastSha256!: string | null;
}

@ObjectType('PersonPart')
export class PersonPartType {
  @Field()
  object!: string;

  @Field({ description: '`person`: the person themselves; `detail`: a part of them; `reference`: another record that points to them; `account`: a user of the org.' })
  how!: string;

  @Field(() => Int)
  records!: number;

  @Field(() => [String], { description: 'Personal fields, which an erasure blanks.' })
  fields!: readonly string[];
}

@ObjectType('PersonMention', { description: 'A text elsewhere that names the person. It is shown, not erased.' })
export class PersonMentionType {
  @Field({ description: 'An object, or `comment`, `notification` or `file`.' })
  place!: string;

  @Field(() => ID, { description: 'Of the record, or of the comment, notification or file.' })
  id!: string;

  @Field(() => String, { nullable: true })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  field!: string | null;
}

@ObjectType('PersonSurvey')
export class PersonSurveyType {
  @Field()
  name!: string;

  @Field(() => [PersonPartType])
  parts!: readonly PersonPartType[];

  @Field(() => [ErasedCountType])
  traces!: readonly ErasedCountType[];

  @Field(() => [PersonMentionType])
  mentions!: readonly PersonMentionType[];

  @Field(() => [String], { description: 'Copies of the org.' })
  sandboxes!: readonly string[];
}

@InputType('PersonMentionInput')
export class PersonMentionInput {
  @Field()
  place!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  field?: string | null;
}

@InputType('PrivacyRequestInput')
export class PrivacyRequestInput {
  @Field(() => requestKinds)
  kind!: 'access' | 'erasure';

  @Field()
  object!: string;

  @Field(() => ID)
  recordId!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; today without it.' })
  receivedOn?: string | null;
}
