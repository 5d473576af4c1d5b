import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../../activity/person.type.js';
import { DateScalar, JsonScalar } from '../../metadata-api/scalars.js';
import type { ApprovalsShown } from './approvals.js';

const id = () => ID;
const text = () => String;
const optional = { nullable: true };

export const approvalStatuses = { OPEN: 'open', APPROVED: 'approved', REJECTED: 'rejected', RECALLED: 'recalled', EXPIRED: 'expired' } as const;
registerEnumType(approvalStatuses, { name: 'ApprovalStatus' });
export const decisions = { APPROVE: 'approved', REJECT: 'rejected' } as const;
registerEnumType(decisions, { name: 'ApprovalDecision' });
export const approvalsShown: Readonly<Record<string, ApprovalsShown>> = { TO_DECIDE: 'TO_DECIDE', ASKED: 'ASKED', DECIDED: 'DECIDED' };
registerEnumType(approvalsShown, { name: 'ApprovalsShown' });

@ObjectType('ApprovalSeat', { description: 'One of whom a level asks: a person, or the members of a queue, any of whom decides for all.' })
export class ApprovalSeatType {
  @Field(() => [PersonType])
  people!: readonly PersonType[];

  @Field(text, { ...optional, description: 'What the queue is called.' })
  queue!: string | null;

  @Field(text, { ...optional, description: '`approved`, `rejected`, or `agreed` where they all have approved at an earlier level.' })
  decision!: string | null;

  @Field(() => PersonType, optional)
  decidedBy!: PersonType | null;

  @Field(() => PersonType, { ...optional, description: 'For whom it was decided, by whoever stands in.' })
  inPlaceOf!: PersonType | null;

  @Field(() => Date, optional)
  decidedAt!: Date | null;

  @Field(text, optional)
  comment!: string | null;
}

@ObjectType('ApprovalLevel')
export class ApprovalLevelType {
  @Field(text, optional)
  title!: string | null;

  @Field({ description: '`all`: everybody has to agree; `first`: whoever decides first decides for all.' })
  decides!: string;

  @Field(() => [ApprovalSeatType], { description: 'None of a level that is not reached yet.' })
  seats!: readonly ApprovalSeatType[];
}

@ObjectType('Approval')
export class ApprovalType {
  @Field(id)
  id!: string;

  @Field()
  title!: string;

  @Field(text, optional)
  object!: string | null;

  @Field(id)
  recordId!: string;

  @Field(text, { ...optional, description: 'Null where you may not read the record.' })
  recordName!: string | null;

  @Field(() => approvalStatuses)
  status!: string;

  @Field(() => PersonType, { ...optional, description: 'Whoever caused it and may take it back; null for what came by time alone.' })
  askedBy!: PersonType | null;

  @Field(() => Date)
  askedAt!: Date;

  @Field(() => Date, optional)
  closedAt!: Date | null;

  @Field(() => Date, { ...optional, description: 'When the time of the present level is over.' })
  dueAt!: Date | null;

  @Field({ description: 'While it is open, the record is changed by those who are asked and by admins alone.' })
  locks!: boolean;

  @Field(() => Int, { description: 'The present level, from 0.' })
  level!: number;

  @Field(() => [ApprovalLevelType])
  levels!: readonly ApprovalLevelType[];

  @Field()
  mayDecide!: boolean;

  @Field(() => PersonType, { ...optional, description: 'For whom you would decide, where you are asked because you stand in.' })
  inPlaceOf!: PersonType | null;

  @Field()
  mayRecall!: boolean;

  @Field()
  mayHandOver!: boolean;
}

@ObjectType('FormToFill')
export class FormToFillType {
  @Field(id)
  id!: string;

  @Field()
  title!: string;

  @Field(text, optional)
  text!: string | null;

  @Field(text, optional)
  object!: string | null;

  @Field(id)
  recordId!: string;

  @Field(text, optional)
  recordName!: string | null;

  @Field(() => JsonScalar, { description: 'The questions: a list of { name, title?, titles?, type, required? }.' })
  inputs!: unknown;

  @Field(() => Date)
  askedAt!: Date;

  @Field(() => Date, optional)
  dueAt!: Date | null;

  @Field(() => PersonType, { ...optional, description: 'Whose form it is, where you stand in.' })
  inPlaceOf!: PersonType | null;
}

@ObjectType('Absence', { description: 'Whole days, both included.' })
export class AbsenceType {
  @Field(id)
  id!: string;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => PersonType, { ...optional, description: 'Who decides and answers meanwhile.' })
  delegate!: PersonType | null;
}

@ObjectType('WaitingRecord')
export class WaitingRecordType {
  @Field()
  object!: string;

  @Field(id)
  recordId!: string;

  @Field()
  recordName!: string;

  @Field({ description: 'What the queue is called.' })
  queue!: string;

  @Field(() => Date)
  since!: Date;
}
