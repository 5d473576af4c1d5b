import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';
import { JsonScalar } from '../metadata-api/scalars.js';

export enum AuditKindType {
  RECORD = 'RECORD',
  OPERATION = 'OPERATION',
  PUBLISHING = 'PUBLISHING',
  AUTOMATION = 'AUTOMATION',
  SIGN_IN = 'SIGN_IN',
  PEOPLE = 'PEOPLE',
  ACCESS = 'ACCESS',
  KEYS = 'KEYS',
  EXCHANGE = 'EXCHANGE',
  READING = 'READING',
  SETTINGS = 'SETTINGS',
}
registerEnumType(AuditKindType, { name: 'AuditKind', description: 'A change of one record; of many by one operation; of the objects themselves; of whether automation goes on; or an entry of the trail: who signed in, people, rights, keys, what went out or came in, readings of sensitive fields, settings.' });

@ObjectType('TrailNote', { description: 'What an entry of the trail has beside its sentence.' })
export class TrailNoteType {
  @Field({ description: 'Its place in the chain.' })
  seq!: string;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => JsonScalar)
  detail!: unknown;
}

@ObjectType('AuditItem')
export class AuditItemType {
  @Field(() => ID)
  id!: string;

  @Field(() => AuditKindType)
  kind!: AuditKindType;

  @Field(() => Date)
  at!: Date;

  @Field(() => PersonType, { nullable: true, description: 'Null for what the platform did by itself.' })
  by!: PersonType | null;

  @Field(() => String, { nullable: true, description: 'By which way a change of records came: `page`, `api`, `import` or `workflow`.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'Of one record: `created`, `updated`, `deleted` or `restored`.' })
  action!: string | null;

  @Field(() => String, { nullable: true })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => String, { nullable: true })
  recordName!: string | null;

  @Field({ description: 'Whether the record can be opened; one in the recycle bin cannot.' })
  isThere!: boolean;

  @Field(() => JsonScalar, { nullable: true, description: 'List of { field, from, to, fromName?, toName? }.' })
  changes!: unknown;

  @Field(() => [String], { description: 'What an operation or a publishing did.' })
  sentences!: readonly string[];

  @Field(() => ID, { nullable: true })
  operationId!: string | null;

  @Field(() => Int, { nullable: true })
  revision!: number | null;

  @Field(() => TrailNoteType, { nullable: true, description: 'Of an entry of the trail.' })
  trail!: TrailNoteType | null;
}

@ObjectType('AuditPage')
export class AuditPageType {
  @Field(() => [AuditItemType])
  items!: readonly AuditItemType[];

  @Field(() => String, { nullable: true, description: 'Give it as `after` to go on; null at the end.' })
  next!: string | null;
}
