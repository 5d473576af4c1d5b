import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PersonType } from '../activity/person.type.js';

@ObjectType('DeletedRecord')
export class DeletedRecordType {
  @Field()
  object!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null where the name is blank or may not be read.' })
  name!: string | null;

  @Field(() => Date)
  deletedAt!: Date;

  @Field(() => PersonType, { nullable: true })
  deletedBy!: PersonType | null;

  @Field(() => ID, { nullable: true, description: 'What was deleted together has the same one.' })
  operationId!: string | null;
}

@ObjectType('DeletedRecordPage')
export class DeletedRecordPageType {
  @Field(() => [DeletedRecordType])
  records!: readonly DeletedRecordType[];

  @Field(() => String, { nullable: true, description: 'Give it as `after` to go on; null at the end.' })
  next!: string | null;
}
