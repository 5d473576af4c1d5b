import type { RunValues } from '@guanxi/workflow';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { StepForeseenType } from '../types/step.type.js';

@ObjectType('TrialStep')
export class TrialStepType extends StepForeseenType {
  @Field({ description: '`done`, `skipped`, `failed`; `resting` where it waits for somebody to answer.' })
  status!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => JsonScalar, { nullable: true, description: 'What formulas found as `$Run` when it began: with it, `from` begins here. Null where no test run can begin at it.' })
  held!: unknown;
}

@ObjectType('TrialWrite')
export class TrialWriteType {
  @Field()
  object!: string;

  @Field(() => ID)
  recordId!: string;

  @Field()
  recordName!: string;

  @Field({ description: '`created`, `updated`, `deleted` or `restored`.' })
  kind!: string;

  @Field(() => JsonScalar, { description: 'By field: what it was and what it would be.' })
  changes!: unknown;
}

@ObjectType('TrialLetter')
export class TrialLetterType {
  @Field({ description: '`mail` or `call`.' })
  kind!: string;

  @Field()
  to!: string;

  @Field()
  subject!: string;

  @Field()
  body!: string;
}

@ObjectType('Trial', { description: 'What a workflow did in a transaction that was taken back.' })
export class TrialType {
  @Field(() => ID)
  recordId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the condition was true of the record; null without one. The steps are done either way.' })
  holds!: boolean | null;

  @Field(() => JsonScalar, { description: 'Each part of the condition with the value it had: list of { text, value, holds }.' })
  conditions!: unknown;

  @Field(() => [TrialStepType])
  steps!: readonly TrialStepType[];

  @Field(() => [TrialWriteType], { description: 'Records that would have been written.' })
  writes!: readonly TrialWriteType[];

  @Field(() => [TrialLetterType], { description: 'What would have left the house.' })
  letters!: readonly TrialLetterType[];

  @Field(() => String, { nullable: true, description: 'Id of the step at which it would wait for somebody.' })
  awaits!: string | null;

  @Field({ description: 'It had not come to an end after as many steps as a test run may take.' })
  isCut!: boolean;

  @Field(() => JsonScalar, { description: 'Values of the record at the beginning, by field.' })
  record!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'What its time is counted from, where that stands in a related list: as `related` of a test.' })
  related?: unknown;

  @Field(() => JsonScalar, { description: 'What ids in it stand for: list of { id, object, name }.' })
  names!: unknown;
}

@InputType('TrialGiven', { description: 'A record made for a test run: values by field, as in the tests of a workflow.' })
export class TrialGivenInput {
  @Field(() => JsonScalar)
  record!: Record<string, string | number | boolean | null>;

  @Field(() => JsonScalar, { nullable: true })
  parents?: Record<string, Record<string, string | number | boolean | null>> | null;

  @Field(() => JsonScalar, { nullable: true })
  related?: readonly { relation: string; values: Record<string, string | number | boolean | null> }[] | null;
}

@InputType('TrialFrom', { description: 'A step at which a test run begins; earlier ones are not done.' })
export class TrialFromInput {
  @Field({ description: 'Its id.' })
  step!: string;

  @Field(() => JsonScalar, { description: '`held` of the step in an earlier test run.' })
  values!: RunValues;
}

@ObjectType('WorkflowTestResult')
export class WorkflowTestResultType {
  @Field()
  title!: string;

  @Field()
  passed!: boolean;

  @Field(() => [String], { description: 'What was expected and what came, in sentences.' })
  findings!: readonly string[];
}
