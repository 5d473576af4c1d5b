import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../metadata-api/scalars.js';

@ObjectType('WebhookSubject', { description: 'Records of one object that a webhook tells of.' })
export class WebhookSubjectType {
  @Field({ description: 'Name of the object.' })
  object!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'As in a query over the API; judged on the record as it is when it is sent.' })
  where?: Readonly<Record<string, unknown>> | null;

  @Field(() => [String], { nullable: true, description: 'Fields to send; all but encrypted ones when absent.' })
  fields?: readonly string[] | null;
}

@InputType('WebhookSubjectInput')
export class WebhookSubjectInput {
  @Field()
  object!: string;

  @Field(() => JsonScalar, { nullable: true })
  where?: Readonly<Record<string, unknown>> | null;

  @Field(() => [String], { nullable: true })
  fields?: string[] | null;
}

@InputType('WebhookInput')
export class WebhookInput {
  @Field()
  name!: string;

  @Field({ description: 'https only, except to hosts that the installation allows.' })
  url!: string;

  @Field(() => [WebhookSubjectInput])
  subjects!: WebhookSubjectInput[];

  @Field(() => [String], { description: 'created, updated, deleted, restored.' })
  kinds!: string[];

  @Field(() => JsonScalar, { nullable: true, description: 'Names and values. When a webhook is changed, absent means that they stay.' })
  headers?: Readonly<Record<string, unknown>> | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;
}

@ObjectType('Webhook')
export class WebhookType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  url!: string;

  @Field(() => [WebhookSubjectType])
  subjects!: WebhookSubjectType[];

  @Field(() => [String])
  kinds!: readonly string[];

  @Field(() => [String], { description: 'Their values are not told.' })
  headerNames!: string[];

  @Field()
  active!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it stands still although it is switched on.' })
  pausedBecause!: string | null;

  @Field(() => Int, { description: 'Of the message that is waiting to be taken.' })
  attempts!: number;

  @Field(() => Date, { nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => Date, { nullable: true })
  failingSince!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until then the secret before signs as well.' })
  previousSecretUntil!: Date | null;

  @Field(() => Date, { nullable: true })
  lastDeliveryAt!: Date | null;

  @Field(() => Int, { description: 'Within the last day.' })
  delivered!: number;

  @Field(() => Int, { description: 'Within the last day: what came to nothing or waits for another attempt.' })
  failed!: number;

  @Field(() => ID)
  ownerId!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;
}

@ObjectType('WebhookWithSecret')
export class WebhookWithSecretType {
  @Field({ description: 'It is told this one time.' })
  secret!: string;

  @Field(() => WebhookType)
  webhook!: WebhookType;
}

@ObjectType('WebhookDelivery')
export class WebhookDeliveryType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'The header webhook-id: the same in every attempt.' })
  messageId!: string;

  @Field({ description: '"customer.updated"' })
  type!: string;

  @Field(() => String, { nullable: true, description: 'Name of the object.' })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field({ description: 'delivered, retrying or failed; note: nothing was sent, the type says what happened to the webhook (resumed: it goes on from then, after a restore).' })
  status!: string;

  @Field(() => Int)
  attempts!: number;

  @Field({ description: 'What was sent, as JSON text.' })
  body!: string;

  @Field(() => Int, { nullable: true })
  responseStatus!: number | null;

  @Field(() => String, { nullable: true, description: 'The first 10 kB.' })
  responseBody!: string | null;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => Int)
  milliseconds!: number;

  @Field(() => Date)
  at!: Date;
}
