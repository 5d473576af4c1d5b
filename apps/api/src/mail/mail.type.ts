import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('MailSettings')
export class MailSettingsType {
  @Field({ description: 'ORG: its own server · INSTALLATION · NONE: mails are kept and not sent.' })
  server!: string;

  @Field({ description: 'Whether the installation has a server.' })
  hasInstallationServer!: boolean;

  @Field(() => String, { nullable: true, description: 'Whom mails come from, as name and address.' })
  sender!: string | null;

  @Field(() => String, { nullable: true })
  host!: string | null;

  @Field(() => Int, { nullable: true })
  port!: number | null;

  @Field(() => String, { nullable: true, description: 'tls, starttls or none.' })
  security!: string | null;

  @Field(() => String, { nullable: true })
  userName!: string | null;

  @Field({ description: 'The password itself is never told.' })
  hasPassword!: boolean;

  @Field(() => String, { nullable: true })
  fromName!: string | null;

  @Field(() => String, { nullable: true })
  fromAddress!: string | null;

  @Field(() => String, { nullable: true })
  replyTo!: string | null;

  @Field(() => Int, { nullable: true })
  perMinute!: number | null;

  @Field(() => Int, { description: 'Mails that may go out in a minute.' })
  limitPerMinute!: number;
}

@InputType('MailSettingsInput')
export class MailSettingsInput {
  @Field(() => String, { nullable: true, description: 'Without one mails go by the server of the installation.' })
  host?: string | null;

  @Field(() => Int, { nullable: true })
  port?: number | null;

  @Field(() => String, { nullable: true })
  security?: string | null;

  @Field(() => String, { nullable: true })
  userName?: string | null;

  @Field(() => String, { nullable: true, description: 'Absent: stays as it is, unless server or user are others. Empty: none.' })
  password?: string | null;

  @Field(() => String, { nullable: true })
  fromName?: string | null;

  @Field(() => String, { nullable: true })
  fromAddress?: string | null;

  @Field(() => String, { nullable: true })
  replyTo?: string | null;

  @Field(() => Int, { nullable: true })
  perMinute?: number | null;
}

@ObjectType('MailServerTest')
export class MailServerTestType {
  @Field()
  ok!: boolean;

  @Field()
  message!: string;

  @Field(() => [String], { description: 'What the two sides said, secrets left out.' })
  transcript!: string[];

  @Field(() => Int)
  milliseconds!: number;
}

@ObjectType('MailAttempt')
export class MailAttemptType {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field({ description: 'sent, retrying or parked.' })
  outcome!: string;

  @Field()
  server!: string;

  @Field(() => Int, { nullable: true, description: 'Of the server’s answer.' })
  code!: number | null;

  @Field(() => String, { nullable: true })
  response!: string | null;

  @Field(() => String, { nullable: true })
  failure!: string | null;

  @Field(() => Int)
  milliseconds!: number;
}

@ObjectType('Mail')
export class MailType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'workflow, test, invitation, password or notification.' })
  kind!: string;

  @Field({ description: 'waiting, sent, parked or unsent (there was no server).' })
  status!: string;

  @Field(() => String, { nullable: true })
  toName!: string | null;

  @Field()
  toAddress!: string;

  @Field()
  subject!: string;

  @Field()
  text!: string;

  @Field()
  html!: string;

  @Field()
  language!: string;

  @Field(() => String, { nullable: true, description: 'Name of the template, while it is there.' })
  template!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the object.' })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => ID, { nullable: true })
  runId!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'The same in every attempt, so that a mail that comes twice is known as one.' })
  messageId!: string | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Date, { nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => Date, { nullable: true })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true })
  sentFrom!: string | null;

  @Field(() => String, { nullable: true })
  failure!: string | null;
}

@ObjectType('MailCounts')
export class MailCountsType {
  @Field(() => Int)
  waiting!: number;

  @Field(() => Int)
  sent!: number;

  @Field(() => Int)
  parked!: number;

  @Field(() => Int)
  unsent!: number;
}

@InputType('MailFilter')
export class MailFilterInput {
  @Field(() => [String], { nullable: true })
  statuses?: string[] | null;

  @Field(() => String, { nullable: true, description: 'In addresses, names and subjects.' })
  search?: string | null;

  @Field(() => ID, { nullable: true })
  recordId?: string | null;
}

@ObjectType('UnresolvedToken')
export class UnresolvedTokenType {
  @Field()
  token!: string;

  @Field()
  message!: string;
}

@ObjectType('MessagePreview')
export class MessagePreviewType {
  @Field()
  subject!: string;

  @Field()
  text!: string;

  @Field({ description: 'A whole document.' })
  html!: string;

  @Field(() => [UnresolvedTokenType])
  unresolved!: UnresolvedTokenType[];
}
