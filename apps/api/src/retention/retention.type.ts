import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

export const keptReasons = { HOLD: 'hold', LOCKED: 'locked', NEEDED: 'needed', REFUSED: 'refused' } as const;
export const retentionDeeds = { DELETE: 'delete', ERASE: 'erase', PURGE: 'purge' } as const;
export const runStates = { RUNNING: 'running', DONE: 'done', STOPPED: 'stopped' } as const;
export const stopReasons = { OFF: 'off', CHANGED: 'changed', FAILED: 'failed' } as const;
registerEnumType(keptReasons, { name: 'RetentionKeptReason', description: 'HOLD: under a legal hold; LOCKED: an approval of it is open; NEEDED: other records point to it; REFUSED: its deletion was refused.' });
registerEnumType(retentionDeeds, { name: 'RetentionDeed' });
registerEnumType(runStates, { name: 'RetentionRunStatus' });
registerEnumType(stopReasons, { name: 'RetentionStopReason', description: 'OFF: the rule was switched off; CHANGED: it was changed or removed; FAILED: it went wrong three times.' });

@ObjectType('RetentionKeptCount')
export class RetentionKeptCountType {
  @Field(() => keptReasons)
  reason!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('RetentionKeptRecord')
export class RetentionKeptRecordType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null where it is gone, or for whoever may not read it.' })
  name!: string | null;

  @Field(() => keptReasons)
  reason!: string;
}

@ObjectType('RetentionRun')
export class RetentionRunType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What the rule was called.' })
  title!: string;

  @Field({ description: 'Name of the object.' })
  object!: string;

  @Field(() => retentionDeeds)
  do!: string;

  @Field(() => Int, { description: 'The published revision in which it was begun.' })
  revision!: number;

  @Field({ description: 'YYYY-MM-DD by the calendar of the org.' })
  day!: string;

  @Field(() => runStates)
  status!: string;

  @Field(() => stopReasons, { nullable: true })
  stopped!: string | null;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Records that it dealt with.' })
  done!: number;

  @Field(() => [RetentionKeptCountType], { description: 'Records that it left although their time was over.' })
  kept!: readonly RetentionKeptCountType[];

  @Field(() => [RetentionKeptRecordType], { description: 'At most 100 of these.' })
  keptRecords!: readonly RetentionKeptRecordType[];

  @Field(() => ID, { nullable: true, description: 'The operation that it was; one that put records into the recycle bin can be undone.' })
  operation!: string | null;
}

@ObjectType('RetentionState')
export class RetentionStateType {
  @Field({ description: 'Name of the published rule.' })
  rule!: string;

  @Field()
  active!: boolean;

  @Field({ description: 'It was switched on and says something else since: it does nothing until it is switched on again.' })
  changed!: boolean;

  @Field(() => PersonType, { nullable: true })
  switchedBy!: PersonType | null;

  @Field(() => Date, { nullable: true })
  switchedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  nextRunAt!: Date | null;

  @Field(() => RetentionRunType, { nullable: true })
  lastRun!: RetentionRunType | null;
}

@ObjectType('RetentionMonth')
export class RetentionMonthType {
  @Field({ description: 'YYYY-MM' })
  month!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('RetentionSample')
export class RetentionSampleType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null for whoever may not read it.' })
  name!: string | null;

  @Field({ description: 'The day that its age counts from.' })
  since!: string;

  @Field({ description: 'The first day on which it is due.' })
  due!: string;

  @Field(() => keptReasons, { nullable: true })
  kept!: string | null;
}

@ObjectType('RetentionPreview')
export class RetentionPreviewType {
  @Field(() => Int, { description: 'Records whose time is over.' })
  overdue!: number;

  @Field(() => Int, { description: 'Records without a date, which are kept.' })
  undated!: number;

  @Field(() => Int, { description: 'All records of the object.' })
  records!: number;

  @Field(() => [RetentionKeptCountType], { description: 'Of the overdue ones, those that would stay.' })
  kept!: readonly RetentionKeptCountType[];

  @Field(() => Int, { description: 'Of how many overdue ones `kept` tells.' })
  judged!: number;

  @Field(() => [RetentionMonthType], { description: 'This month and the eleven after it: how many others follow.' })
  months!: readonly RetentionMonthType[];

  @Field(() => [RetentionSampleType], { description: 'Those whose time ends first.' })
  sample!: readonly RetentionSampleType[];

  @Field(() => Date)
  nextRunAt!: Date;
}
