import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

export enum OperationKindType {
  BULK = 'bulk',
  IMPORT = 'import',
  RUN = 'run',
  MERGE = 'merge',
  CONVERT = 'convert',
  UNDO = 'undo',
  PURGE = 'purge',
}
registerEnumType(OperationKindType, { name: 'OperationKind' });

export enum OperationStatusType {
  RUNNING = 'running',
  DONE = 'done',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(OperationStatusType, { name: 'OperationStatus' });

export enum LeftOutReasonType {
  CHANGED_SINCE = 'CHANGED_SINCE',
  GONE = 'GONE',
  RULE = 'RULE',
  FORBIDDEN = 'FORBIDDEN',
}
registerEnumType(LeftOutReasonType, { name: 'LeftOutReason' });

@ObjectType('OperationCount')
export class OperationCountType {
  @Field({ description: 'Name of the object.' })
  object!: string;

  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  deleted!: number;

  @Field(() => Int)
  restored!: number;
}

@ObjectType('LeftOut')
export class LeftOutType {
  @Field()
  object!: string;

  @Field(() => ID)
  recordId!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  field!: string | null;

  @Field(() => LeftOutReasonType)
  reason!: LeftOutReasonType;
}

@ObjectType('Operation')
export class OperationType {
  @Field(() => ID)
  id!: string;

  @Field(() => OperationKindType)
  kind!: OperationKindType;

  @Field({ description: 'What it did, in a sentence.' })
  title!: string;

  @Field(() => PersonType, { nullable: true })
  actor!: PersonType | null;

  @Field()
  source!: string;

  @Field(() => OperationStatusType)
  status!: OperationStatusType;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => [OperationCountType], { description: 'Of what is not over yet: how far it is.' })
  counts!: readonly OperationCountType[];

  @Field({ description: 'Whether this person can take it back now.' })
  undoable!: boolean;

  @Field(() => Date)
  undoUntil!: Date;

  @Field(() => ID, { nullable: true })
  undoneBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The operation that this one took back.' })
  undoes!: string | null;

  @Field(() => [LeftOutType], { description: 'Of an undo: what it could not put back, and why.' })
  leftOut!: readonly LeftOutType[];

  @Field(() => Int)
  leftOutCount!: number;

  @Field(() => String, { nullable: true })
  error!: string | null;
}
