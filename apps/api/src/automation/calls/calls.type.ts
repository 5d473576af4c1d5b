import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../metadata-api/scalars.js';
import type { PressedRecord } from './workflow-buttons.js';

/** As the API names them. */
export const pressOutcomes: Readonly<Record<Uppercase<PressedRecord['outcome']>, PressedRecord['outcome']>> = { BEGUN: 'begun', KNOWN: 'known', PASSED: 'passed', GONE: 'gone', FORBIDDEN: 'forbidden' };
registerEnumType(pressOutcomes, { name: 'PressOutcome' });

@ObjectType('WorkflowButtonInput')
export class WorkflowButtonInputType {
  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field({ description: '`text`, `number`, `boolean`, `date` or `datetime`.' })
  type!: string;

  @Field()
  required!: boolean;
}

@ObjectType('WorkflowButton')
export class WorkflowButtonType {
  @Field({ description: 'Name of the workflow.' })
  name!: string;

  @Field()
  label!: string;

  @Field(() => [WorkflowButtonInputType], { description: 'What a person fills in before it runs.' })
  inputs!: readonly WorkflowButtonInputType[];
}

@ObjectType('PressedRecord')
export class PressedRecordType {
  @Field(() => ID)
  recordId!: string;

  @Field(() => pressOutcomes)
  outcome!: string;

  @Field(() => ID, { nullable: true, description: 'For admins, who may look at it.' })
  runId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it does not run.' })
  reason!: string | null;
}

@ObjectType('RaisedEvent')
export class RaisedEventType {
  @Field(() => [String], { description: 'Names of the workflows that began.' })
  begun!: readonly string[];

  @Field(() => Int, { description: 'Runs that were waiting for it.' })
  woken!: number;
}

@ObjectType('WorkflowCallIn')
export class WorkflowCallInType {
  @Field(() => ID)
  id!: string;

  @Field()
  messageId!: string;

  @Field(() => Date)
  at!: Date;

  @Field({ description: '`begun`, `passed` (the condition was false) or `refused`.' })
  outcome!: string;

  @Field(() => JsonScalar, { nullable: true })
  problems!: unknown;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => ID, { nullable: true })
  runId!: string | null;

  @Field({ description: 'The record was made of the call.' })
  made!: boolean;

  @Field()
  body!: string;
}

@ObjectType('WorkflowCallOut')
export class WorkflowCallOutType {
  @Field(() => ID)
  id!: string;

  @Field()
  messageId!: string;

  @Field()
  url!: string;

  @Field({ description: '`waiting`, `sent` or `failed`.' })
  status!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Int, { nullable: true })
  responseStatus!: number | null;

  @Field(() => String, { nullable: true })
  response!: string | null;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => Date, { nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => ID)
  runId!: string;

  @Field()
  body!: string;
}

@ObjectType('WorkflowCallSecretHeader', { description: 'That a value is kept, never which.' })
export class WorkflowCallSecretHeaderType {
  @Field({ description: 'Scheme, host and port of the only address that gets it.' })
  origin!: string;

  @Field()
  header!: string;

  @Field(() => Date)
  changedAt!: Date;
}

@ObjectType('WorkflowCalls', { description: 'Calls that come in and go out; the newest fifty of each.' })
export class WorkflowCallsType {
  @Field(() => String, { nullable: true, description: 'Path of the address of calls that come in, once there is a secret.' })
  address!: string | null;

  @Field(() => Date, { nullable: true, description: 'Until then the secret before is good as well.' })
  incomingPreviousUntil!: Date | null;

  @Field({ description: 'Whether calls that go out have been given a secret.' })
  signs!: boolean;

  @Field(() => Date, { nullable: true })
  outgoingPreviousUntil!: Date | null;

  @Field(() => [WorkflowCallInType])
  incoming!: readonly WorkflowCallInType[];

  @Field(() => [WorkflowCallOutType])
  outgoing!: readonly WorkflowCallOutType[];

  @Field(() => [WorkflowCallSecretHeaderType])
  secrets!: readonly WorkflowCallSecretHeaderType[];
}

@ObjectType('WorkflowCallSecret')
export class WorkflowCallSecretType {
  @Field({ description: 'Shown this once.' })
  secret!: string;

  @Field(() => WorkflowCallsType)
  calls!: WorkflowCallsType;
}
