import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RecordedChange } from '../../database/entities/revision-row.js';
import { UserType } from '../../identity/user.type.js';
import { DocumentType } from './document.type.js';
import { ChangeType } from './plan.type.js';

@ObjectType('Revision')
export class RevisionType {
  @Field(() => Int)
  number!: number;

  @Field(() => Date)
  at!: Date;

  @Field(() => UserType, { nullable: true })
  by?: UserType;

  @Field(() => String, { nullable: true, description: 'What whoever published it says about it.' })
  note!: string | null;

  @Field(() => [ChangeType])
  changes!: readonly RecordedChange[];

  /** Read from the database only where asked for. */
  @Field(() => [DocumentType])
  documents?: readonly DocumentType[];
}
