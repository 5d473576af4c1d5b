import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../metadata-api/scalars.js';
import { shareAccesses, type ShareAccess } from '../people/share.types.js';
import { PersonType } from './person.type.js';
import type { TimelinePart } from './timeline-parts.js';

export const shownParts = { COMMENTS: 'comments', CHANGES: 'changes', FILES: 'files', TASKS: 'tasks', MAILS: 'mails', RUNS: 'runs', APPROVALS: 'approvals', SHARES: 'shares' } as const satisfies Readonly<Record<Uppercase<TimelinePart>, TimelinePart>>;
registerEnumType(shownParts, { name: 'TimelinePart' });

@ObjectType('TimelineFile')
export class TimelineFileType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What it was called afterwards.' })
  name!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true, description: 'What it was called before.' })
  before!: string | null;
}

@ObjectType('TimelineApproval')
export class TimelineApprovalType {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => Int, { description: 'From 1.' })
  level!: number;

  @Field(() => String, { nullable: true })
  levelTitle!: string | null;

  @Field(() => PersonType, { nullable: true, description: 'In whose place it was decided, or who is asked now.' })
  other!: PersonType | null;
}

@ObjectType('TimelineShare')
export class TimelineShareType {
  @Field({ description: 'Whom the record is shared with, as people know them.' })
  with!: string;

  @Field(() => shareAccesses)
  access!: ShareAccess;

  @Field(() => Date, { nullable: true })
  until!: Date | null;
}

@ObjectType('TimelineMail', { description: 'Neither its words nor its address: what a workflow wrote may say more than the reader may know.' })
export class TimelineMailType {
  @Field(() => String, { nullable: true, description: 'Of its template, if that still is there.' })
  title!: string | null;

  @Field({ description: '`waiting`, `sent`, `parked` or `unsent`.' })
  status!: string;

  @Field(() => PersonType, { nullable: true, description: 'The colleague it went to.' })
  to!: PersonType | null;
}

@ObjectType('TimelineRun')
export class TimelineRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Of the workflow, if that still is there.' })
  title!: string | null;

  @Field({ description: '`waiting`, `running`, `resting`, `done`, `failed` or `cancelled`.' })
  status!: string;
}

@ObjectType('TimelineRecord', { description: 'Another record that is about this one.' })
export class TimelineRecordType {
  @Field()
  object!: string;

  @Field(() => ID)
  id!: string;

  @Field({ description: 'Empty where its name may not be read.' })
  name!: string;
}

@ObjectType('TimelineReaction')
export class TimelineReactionType {
  @Field({ description: '`agree`, `love`, `celebrate`, `laugh`, `looking` or `done`.' })
  reaction!: string;

  @Field(() => [PersonType])
  people!: readonly PersonType[];

  @Field()
  isMine!: boolean;
}

@ObjectType('TimelineItem')
export class TimelineItemType {
  @Field(() => ID)
  id!: string;

  @Field({ description: '`comment`, or the kind of change: `created`, `updated`, `deleted`, `restored`, and `merged` where another record became a part of this one; or what happened to a file: `fileAdded`, `fileReplaced`, `fileVersion`, `fileRenamed`, `fileRemoved`, `fileRestored`; or what happened to an approval: `approvalAsked`, `approvalApproved`, `approvalRejected`, `approvalRecalled`, `approvalExpired`, `approvalEscalated`, `approvalHandedOver`; or to a share: `shareShared`, `shareChanged`, `shareEnded`, `shareExpired`; or a `mail`, `run` or `task` about it.' })
  kind!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;

  @Field(() => String, { nullable: true, description: 'By which way a change came: `page`, `api`, `import` or `workflow`.' })
  source!: string | null;

  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => [PersonType])
  mentions!: readonly PersonType[];

  @Field(() => JsonScalar, { nullable: true, description: 'List of { field, from, to, fromName?, toName? }.' })
  changes!: unknown;

  @Field(() => ID, { nullable: true })
  parentId!: string | null;

  @Field()
  mayDelete!: boolean;

  @Field({ description: 'A comment of one’s own.' })
  mayEdit!: boolean;

  @Field(() => Date, { nullable: true, description: 'When the words of a comment were changed last.' })
  editedAt!: Date | null;

  @Field({ description: 'The comment is gone, and stands only for its answers.' })
  isDeleted!: boolean;

  @Field(() => Date, { nullable: true })
  pinnedAt!: Date | null;

  @Field(() => PersonType, { nullable: true })
  pinnedBy!: PersonType | null;

  @Field(() => [TimelineReactionType])
  reactions!: readonly TimelineReactionType[];

  @Field(() => [TimelineItemType], { description: 'Answers to a comment, oldest first. They stand nowhere else, and move their comment up.' })
  replies!: readonly TimelineItemType[];

  @Field(() => [ID], { description: 'Files that came with a comment, as `attachmentsById` tells them; those that were removed since are named all the same.' })
  attachments!: readonly string[];

  @Field(() => TimelineFileType, { nullable: true })
  file!: TimelineFileType | null;

  @Field(() => TimelineApprovalType, { nullable: true })
  approval!: TimelineApprovalType | null;

  @Field(() => TimelineShareType, { nullable: true })
  share!: TimelineShareType | null;

  @Field(() => TimelineMailType, { nullable: true })
  mail!: TimelineMailType | null;

  @Field(() => TimelineRunType, { nullable: true })
  run!: TimelineRunType | null;

  @Field(() => TimelineRecordType, { nullable: true })
  record!: TimelineRecordType | null;
}

@ObjectType('TimelinePage')
export class TimelinePageType {
  @Field(() => [TimelineItemType])
  items!: readonly TimelineItemType[];

  @Field(() => [TimelineItemType], { description: 'Comments that stand above all others; on the first page.' })
  pinned!: readonly TimelineItemType[];

  @Field(() => String, { nullable: true })
  next!: string | null;
}
