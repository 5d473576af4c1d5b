import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserType } from '../../identity/user.type.js';
import { ProblemType } from '../../metadata-api/problem.type.js';

export const accessDeeds = { READ: 'read', CREATE: 'create', EDIT: 'edit', DELETE: 'delete', IMPORT: 'import', EXPORT: 'export' } as const;
registerEnumType(accessDeeds, { name: 'AccessDeed' });

export const accessOutcomes = { GRANTS: 'grants', REFUSES: 'refuses', SILENT: 'silent' } as const;
registerEnumType(accessOutcomes, { name: 'AccessOutcome', description: 'Of a step: it opens what is asked for, stands against it, or does neither.' });

@ObjectType('AccessLink')
export class AccessLinkType {
  @Field({ description: 'Of a document: `permissions`, `permission-group`, `sharing-rule`, `object`.' })
  kind!: string;

  @Field()
  name!: string;
}

@ObjectType('AccessStep')
export class AccessStepType {
  @Field({ description: '`set`, `muting`, `right`, `field`, `owner`, `roles`, `default`, `rule`, `share`, `parent`, `lock` and the like.' })
  kind!: string;

  @Field(() => accessOutcomes)
  outcome!: 'grants' | 'refuses' | 'silent';

  @Field({ description: 'The answer hangs on this one.' })
  decides!: boolean;

  @Field(() => accessDeeds)
  deed!: 'read' | 'create' | 'edit' | 'delete' | 'import' | 'export';

  @Field(() => Int, { description: '0 for what was asked for, 1 for the record it belongs to, and so on.' })
  depth!: number;

  @Field()
  sentence!: string;

  @Field(() => String, { nullable: true, description: 'What would have to be another way.' })
  change?: string;

  @Field(() => AccessLinkType, { nullable: true })
  link?: AccessLinkType;
}

@ObjectType('AccessExplanation')
export class AccessExplanationType {
  @Field()
  allowed!: boolean;

  @Field()
  sentence!: string;

  @Field(() => [AccessStepType])
  steps!: readonly AccessStepType[];

  @Field(() => [String], { description: 'Of what is not allowed: everything that would have to be another way. One of those about sharing is enough.' })
  missing!: readonly string[];

  @Field(() => [UserType], { description: 'Of what is not allowed: people who could change it.' })
  ask!: readonly UserType[];
}

@ObjectType('AccessSeer')
export class AccessSeerType {
  @Field(() => UserType)
  user!: UserType;

  @Field({ description: '`every`, `owner`, `below`, `default`, `rule`, `share` or `parent`: the first reason that opens it.' })
  reason!: string;

  @Field({ description: 'The reason as a phrase.' })
  sentence!: string;

  @Field({ description: 'May change it, too.' })
  edits!: boolean;
}

@ObjectType('AccessSeers')
export class AccessSeersType {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [AccessSeerType])
  people!: readonly AccessSeerType[];

  @Field(() => String, { nullable: true, description: 'Where the next page begins; null behind the last.' })
  after!: string | null;
}

@InputType('AccessAssignment')
export class AccessAssignmentInput {
  @Field(() => ID)
  userId!: string;

  @Field(() => [String], { nullable: true })
  permissionSets?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Null for no role; not named, it stays.' })
  role?: string | null;

  @Field(() => [String], { nullable: true })
  teams?: string[] | null;
}

@ObjectType('AccessRecordCounts')
export class AccessRecordCountsType {
  @Field(() => Int)
  read!: number;

  @Field(() => Int)
  edit!: number;
}

@ObjectType('AccessObjectChange')
export class AccessObjectChangeType {
  @Field()
  object!: string;

  @Field(() => [String], { description: 'What is given, as phrases.' })
  gains!: readonly string[];

  @Field(() => [String], { description: 'What is taken away, as phrases.' })
  losses!: readonly string[];

  @Field(() => AccessRecordCountsType, { nullable: true, description: 'Absent where it was not counted.' })
  before?: AccessRecordCountsType;

  @Field(() => AccessRecordCountsType, { nullable: true })
  after?: AccessRecordCountsType;
}

@ObjectType('PersonAccessChange')
export class PersonAccessChangeType {
  @Field(() => UserType)
  user!: UserType;

  @Field(() => [AccessObjectChangeType])
  objects!: readonly AccessObjectChangeType[];

  @Field(() => [String], { description: 'Parts of Setup that are opened.' })
  setupGained!: readonly string[];

  @Field(() => [String])
  setupLost!: readonly string[];
}

@ObjectType('AccessChange')
export class AccessChangeType {
  @Field(() => Int, { description: 'People whose rights or records would change.' })
  totalCount!: number;

  @Field(() => [PersonAccessChangeType], { description: 'The first of them.' })
  people!: readonly PersonAccessChangeType[];

  @Field({ description: 'Whether records were counted for everybody: it takes too long for very many people and records.' })
  counted!: boolean;

  @Field(() => [ProblemType])
  problems!: readonly ProblemType[];
}
