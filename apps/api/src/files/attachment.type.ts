import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

export enum FileScopeType {
  ALL = 'ALL',
  OWN = 'OWN',
  RECORDS = 'RECORDS',
}
registerEnumType(FileScopeType, { name: 'FileScope', description: 'One’s own files, those of records, or both.' });

export enum FileOrderType {
  CHANGED = 'CHANGED',
  NAME = 'NAME',
  SIZE = 'SIZE',
}
registerEnumType(FileOrderType, { name: 'FileOrder', description: 'The latest first; by name; the largest first.' });

@ObjectType('Attachment', { description: 'A file that hangs on a record or is one’s own, in its current version. Its content is at `url`.' })
export class AttachmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name of the object; null for one’s own file.' })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where the name is blank or may not be read.' })
  recordName!: string | null;

  @Field()
  name!: string;

  @Field(() => Int, { description: 'Number of the current version.' })
  version!: number;

  @Field(() => Int, { description: 'How many versions there are.' })
  versions!: number;

  @Field({ description: 'As its first bytes tell, not as the sender said.' })
  contentType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => PersonType, { nullable: true })
  createdBy!: PersonType | null;

  @Field(() => Date)
  changedAt!: Date;

  @Field(() => PersonType, { nullable: true, description: 'Who uploaded the current version.' })
  changedBy!: PersonType | null;

  @Field(() => Date, { nullable: true, description: 'Removed files can be brought back for 30 days.' })
  removedAt!: Date | null;

  @Field({ description: 'Whether this person may rename, replace and remove it.' })
  canChange!: boolean;

  @Field()
  url!: string;
}

@ObjectType('AttachmentPage')
export class AttachmentPageType {
  @Field(() => [AttachmentType])
  attachments!: readonly AttachmentType[];

  @Field(() => String, { nullable: true, description: 'Give it as `after` to go on; null at the end.' })
  next!: string | null;
}

@ObjectType('AttachmentVersion')
export class AttachmentVersionType {
  @Field(() => Int)
  number!: number;

  @Field()
  contentType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field()
  sha256!: string;

  @Field(() => PersonType, { nullable: true })
  uploadedBy!: PersonType | null;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field()
  isCurrent!: boolean;

  @Field()
  url!: string;
}

@ObjectType('UploadLimits', { description: 'What is not taken in, so that nobody has to send it to find out.' })
export class UploadLimitsType {
  @Field(() => Int, { description: 'That one file may have.' })
  bytes!: number;

  @Field(() => [String], { description: 'Endings of names, in lower case.' })
  refusedEndings!: readonly string[];
}
