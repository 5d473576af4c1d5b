import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../../activity/person.type.js';
import { JsonScalar } from '../../metadata-api/scalars.js';

export enum ImportStatusType {
  QUEUED = 'queued',
  READING = 'reading',
  CHECKING = 'checking',
  READY = 'ready',
  WRITING = 'writing',
  DONE = 'done',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(ImportStatusType, { name: 'ImportStatus' });

export enum RepairActionType {
  MAP_VALUES = 'MAP_VALUES',
  DATE_FORMAT = 'DATE_FORMAT',
  NUMBER_FORMAT = 'NUMBER_FORMAT',
  CUT_TEXT = 'CUT_TEXT',
  FILL_BLANK = 'FILL_BLANK',
  REPLACE_VALUES = 'REPLACE_VALUES',
  CREATE_MISSING = 'CREATE_MISSING',
  DUPLICATES = 'DUPLICATES',
  MEND_FILE = 'MEND_FILE',
}
registerEnumType(RepairActionType, { name: 'RepairAction' });

export enum ImportAutomationsType {
  RUN = 'RUN',
  SUPPRESS = 'SUPPRESS',
  ONE_EVENT = 'ONE_EVENT',
}
registerEnumType(ImportAutomationsType, { name: 'ImportAutomations' });

@ObjectType('RejectedRow')
export class RejectedRowType {
  @Field(() => Int, { description: 'As a spreadsheet counts: the headings are row 1.' })
  row!: number;

  @Field(() => String, { nullable: true })
  column?: string;

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => String, { nullable: true })
  value?: string;

  @Field()
  code!: string;

  @Field()
  message!: string;

  @Field(() => String, { nullable: true })
  hint?: string;
}

@ObjectType('ProblemValue')
export class ProblemValueType {
  @Field()
  value!: string;

  @Field(() => Int)
  rows!: number;
}

@ObjectType('ImportProblem')
export class ImportProblemType {
  @Field()
  code!: string;

  @Field(() => String, { nullable: true })
  column?: string;

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => RepairActionType)
  action!: RepairActionType;

  @Field(() => Int)
  rows!: number;

  @Field({ description: 'Of the first of these rows.' })
  message!: string;

  @Field(() => String, { nullable: true })
  hint?: string;

  @Field(() => [ProblemValueType], { description: 'The values that do not fit, the most frequent first; at most 100.' })
  values!: readonly ProblemValueType[];
}

@ObjectType('ImportCounts')
export class ImportCountsType {
  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int, { description: 'Matched, and nothing differed.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Left out because they are like records that are there.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Left out because the plan says so.' })
  skipped!: number;

  @Field(() => Int)
  rejected!: number;

  @Field(() => JsonScalar, { description: 'Records made because a row named them: { Customer: 23570 }.' })
  relatedCreated!: unknown;
}

@ObjectType('Import')
export class ImportType extends ImportCountsType {
  @Field(() => ID, { description: 'That of its operation as well: undoOperation takes it back.' })
  id!: string;

  @Field()
  object!: string;

  @Field()
  fileName!: string;

  @Field(() => ImportStatusType)
  status!: ImportStatusType;

  @Field({ description: 'Stands at READY before anything is written.' })
  preview!: boolean;

  @Field(() => JsonScalar)
  plan!: unknown;

  @Field(() => ID, { description: 'The file; kept for a week.' })
  upload!: string;

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

  @Field(() => Int, { description: 'How many rows of the file are done with: checked, or written once it is confirmed.' })
  rowsDone!: number;

  @Field(() => ImportCountsType, { nullable: true, description: 'What a preview has found.' })
  expected!: ImportCountsType | null;

  @Field(() => [ImportProblemType])
  problems!: readonly ImportProblemType[];

  @Field(() => [RejectedRowType], { description: 'The first rejected rows with reasons; the whole list is at /import/<id>/rejected.' })
  rejectedSample!: readonly RejectedRowType[];

  @Field(() => String, { nullable: true })
  error!: string | null;
}

@ObjectType('ImportMapping')
export class ImportMappingType {
  @Field(() => ID)
  id!: string;

  @Field()
  object!: string;

  @Field()
  name!: string;

  @Field(() => JsonScalar)
  plan!: unknown;

  @Field(() => Date)
  savedAt!: Date;
}
