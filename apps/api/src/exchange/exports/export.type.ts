import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../../activity/person.type.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import type { ExportRecord } from './export-record.js';

export enum ExportStatusType {
  QUEUED = 'queued',
  RUNNING = 'running',
  DONE = 'done',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(ExportStatusType, { name: 'ExportStatus' });

export enum ExportKindType {
  LIST = 'list',
  ORG = 'org',
  BACKUP = 'backup',
}
registerEnumType(ExportKindType, { name: 'ExportKind' });

export enum ExportFormatType {
  CSV = 'csv',
  XLSX = 'xlsx',
  NDJSON = 'ndjson',
}
registerEnumType(ExportFormatType, { name: 'ExportFormat' });

export enum ExportHeadingsType {
  NAMES = 'names',
  TITLES = 'titles',
}
registerEnumType(ExportHeadingsType, { name: 'ExportHeadings' });

@ObjectType('Export')
export class ExportType {
  @Field(() => ID)
  id!: string;

  @Field(() => ExportKindType)
  kind!: ExportKindType;

  @Field()
  fileName!: string;

  @Field(() => [String], { description: 'Names of the objects it has records of; none for a backup, which has everything.' })
  objects!: readonly string[];

  @Field(() => ExportStatusType)
  status!: ExportStatusType;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Date, { description: 'Until then the file is at /exports/<id>.' })
  expiresAt!: Date;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;

  @Field(() => ID, { nullable: true })
  scheduleId!: string | null;

  @Field(() => Float)
  rowsWritten!: number;

  @Field(() => Float, { nullable: true })
  rowsTotal!: number | null;

  @Field(() => Float)
  bytes!: number;

  @Field(() => String, { nullable: true })
  error!: string | null;
}

@InputType('ExportInput')
export class ExportInput {
  @Field()
  object!: string;

  @Field(() => ExportFormatType)
  format!: ExportFormatType;

  @Field(() => [String], { nullable: true, description: 'Names, pieces (home.city) and fields of what lookups point to (customer.region.name); all readable fields without.' })
  fields?: string[] | null;

  @Field(() => JsonScalar, { nullable: true, description: 'As the list of the object takes it.' })
  where?: unknown;

  @Field(() => JsonScalar, { nullable: true })
  orderBy?: unknown;

  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'These records alone.' })
  ids?: string[] | null;

  @Field(() => ExportHeadingsType, { nullable: true, description: 'Names without, as an import knows them.' })
  headings?: ExportHeadingsType | null;

  @Field({ defaultValue: true, description: 'Whether a text file begins with the mark by which spreadsheets know UTF-8.' })
  mark!: boolean;
}

@InputType('OrgExportInput')
export class OrgExportInput {
  @Field(() => [String])
  objects!: string[];

  @Field(() => ExportFormatType)
  format!: ExportFormatType;

  @Field(() => Int, { defaultValue: 1_000_000, description: 'An object with more rows goes into several files.' })
  rowsPerFile!: number;
}

@InputType('ExportScheduleInput')
export class ExportScheduleInput {
  @Field()
  title!: string;

  @Field({ description: 'Five fields: minute, hour, day, month, weekday.' })
  cron!: string;

  @Field({ description: 'IANA name.' })
  timeZone!: string;

  @Field({ defaultValue: true })
  active!: boolean;

  @Field(() => OrgExportInput, { nullable: true, description: 'A backup without.' })
  org?: OrgExportInput | null;

  @Field({ defaultValue: false, description: 'Of a backup.' })
  withPasswords!: boolean;
}

@ObjectType('ExportSchedule')
export class ExportScheduleType {
  @Field(() => ID)
  id!: string;

  @Field(() => ExportKindType)
  kind!: ExportKindType;

  @Field()
  title!: string;

  @Field()
  cron!: string;

  @Field()
  timeZone!: string;

  @Field()
  active!: boolean;

  @Field(() => [String])
  objects!: readonly string[];

  @Field(() => ExportFormatType, { nullable: true })
  format!: ExportFormatType | null;

  @Field(() => Int, { nullable: true })
  rowsPerFile!: number | null;

  @Field()
  withPasswords!: boolean;

  @Field(() => Date)
  nextAt!: Date;

  @Field(() => Date, { nullable: true })
  lastAt!: Date | null;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;
}

export type PresentedExport = Omit<ExportType, 'by'> & { readonly userId: string };

export function presentExport(record: ExportRecord): PresentedExport {
  const { id, kind, fileName, status, startedAt, finishedAt, expiresAt, userId, scheduleId, rowsWritten, rowsTotal, bytes, error } = record;
  return {
    id, fileName, startedAt, finishedAt, expiresAt, userId, scheduleId, error,
    kind: kind as ExportKindType,
    status: status as ExportStatusType,
    objects: record.kind === 'list' ? [record.wish.object] : record.kind === 'org' ? record.wish.objects : [],
    rowsWritten: Number(rowsWritten),
    rowsTotal: rowsTotal === null ? null : Number(rowsTotal),
    bytes: Number(bytes),
  };
}
