import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../../activity/person.type.js';
import { JsonScalar } from '../../metadata-api/scalars.js';

export enum ImportStatusType {
  QUEUED = 'queued',
  RUNNING = 'running',
  DONE = 'done',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(ImportStatusType, { name: 'ImportStatus' });

@ObjectType('RejectedRow')
export class RejectedRowType {
  @Field(() => Int, { description: 'As a spreadsheet counts: the headings are row 1.' })
  row!: number;

  @Field(() => String, { nullable: true })
  column?: string;

  @Field(() => String, { nullable: true })
  value?: string;

  @Field()
  code!: string;

  @Field()
  message!: string;

  @Field(() => String, { nullable: true })
  hint?: string;
}

@ObjectType('Import')
export class ImportType {
  @Field(() => ID)
  id!: string;

  @Field()
  object!: string;

  @Field()
  fileName!: string;

  @Field(() => ImportStatusType)
  status!: ImportStatusType;

  @Field()
  dryRun!: boolean;

  @Field(() => JsonScalar)
  plan!: unknown;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;

  @Field(() => Int)
  rowsRead!: number;

  @Field(() => Int, { nullable: true })
  rowsTotal!: number | null;

  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  skipped!: number;

  @Field(() => Int)
  rejected!: number;

  @Field(() => JsonScalar, { description: 'Records made because a row named them: { Customer: 23570 }.' })
  relatedCreated!: unknown;

  @Field(() => [RejectedRowType], { description: 'The first rejected rows with reasons; the whole list is at /import/<id>/rejected.csv.' })
  rejectedSample!: readonly RejectedRowType[];

  @Field(() => String, { nullable: true })
  error!: string | null;
}
