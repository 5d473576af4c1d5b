import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../metadata-api/scalars.js';
import { shareAccesses, type ShareAccess } from '../people/share.types.js';
import { PersonType } from './person.type.js';

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

@ObjectType('TimelineItem')
export class TimelineItemType {
  @Field(() => ID)
  id!: string;

  @Field({ description: '`comment`, or the kind of change: `created`, `updated`, `deleted`, `restored`, and `merged` where another record became a part of this one; or what happened to a file: `fileAdded`, `fileReplaced`, `fileVersion`, `fileRenamed`, `fileRemoved`, `fileRestored`; or what happened to an approval: `approvalAsked`, `approvalApproved`, `approvalRejected`, `approvalRecalled`, `approvalExpired`, `approvalEscalated`, `approvalHandedOver`; or to a share: `shareShared`, `shareChanged`, `shareEnded`, `shareExpired`.' })
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

  @Field(() => TimelineFileType, { nullable: true })
  file!: TimelineFileType | null;

  @Field(() => TimelineApprovalType, { nullable: true })
  approval!: TimelineApprovalType | null;

  @Field(() => TimelineShareType, { nullable: true })
  share!: TimelineShareType | null;
}

@ObjectType('TimelinePage')
export class TimelinePageType {
  @Field(() => [TimelineItemType])
  items!: readonly TimelineItemType[];

  @Field(() => String, { nullable: true })
  next!: string | null;
}
