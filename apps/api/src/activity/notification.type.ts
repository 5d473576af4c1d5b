import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PersonType } from './person.type.js';

@ObjectType('NotificationView')
export class NotificationViewType {
  @Field(() => ID)
  id!: string;

  @Field()
  object!: string;

  @Field()
  title!: string;
}

@ObjectType('Notification')
export class NotificationType {
  @Field(() => ID)
  id!: string;

  @Field({ description: '`mention`, `comment`, `follow`, `workflow`, `webhook`, `export`, `approval`, `form`, `queue`, `share` or `view`.' })
  kind!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => PersonType, { nullable: true })
  by!: PersonType | null;

  @Field()
  text!: string;

  @Field(() => String, { nullable: true })
  object!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => String, { nullable: true })
  recordName!: string | null;

  @Field(() => ID, { nullable: true, description: 'The comment that it tells of.' })
  commentId!: string | null;

  @Field(() => NotificationViewType, { nullable: true, description: 'The saved view that is shown to the person.' })
  view!: NotificationViewType | null;

  @Field()
  read!: boolean;

  @Field(() => Date, { nullable: true, description: 'Until then it is not shown; then it comes again.' })
  snoozedUntil!: Date | null;
}

@ObjectType('NotificationChoice', { description: 'Where somebody is told of one kind.' })
export class NotificationChoiceType {
  @Field()
  kind!: string;

  @Field({ description: 'Among the notifications of the page.' })
  shown!: boolean;

  @Field()
  mailed!: boolean;
}

@ObjectType('MutedRecord', { description: 'Somebody hears nothing of it, but for mentions, what is shared and what they are asked to do.' })
export class MutedRecordType {
  @Field()
  object!: string;

  @Field(() => ID)
  recordId!: string;

  @Field({ description: 'Empty where its name may not be read.' })
  recordName!: string;
}
