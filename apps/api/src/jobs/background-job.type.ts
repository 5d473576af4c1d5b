import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

export enum BackgroundJobKind {
  IMPORT = 'import',
  EXPORT = 'export',
  BACKUP = 'backup',
  OPERATION = 'operation',
  TABLE = 'table',
  SANDBOX = 'sandbox',
}
registerEnumType(BackgroundJobKind, { name: 'BackgroundJobKind' });

export enum BackgroundJobStatus {
  WAITING = 'waiting',
  RUNNING = 'running',
  DONE = 'done',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(BackgroundJobStatus, { name: 'BackgroundJobStatus' });

@ObjectType('BackgroundJob')
export class BackgroundJobType {
  @Field(() => ID)
  id!: string;

  @Field(() => BackgroundJobKind)
  kind!: BackgroundJobKind;

  @Field({ description: 'A file, an index, a sandbox, or what was done to many records.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Name of the object it is about.' })
  object!: string | null;

  @Field(() => BackgroundJobStatus)
  status!: BackgroundJobStatus;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'Rows or records so far.' })
  done!: number | null;

  @Field(() => Float, { nullable: true })
  total!: number | null;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field()
  cancellable!: boolean;

  @Field()
  retryable!: boolean;
}
