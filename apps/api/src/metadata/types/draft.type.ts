import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UserType } from '../../identity/user.type.js';
import { ProblemType } from '../../metadata-api/problem.type.js';
import { DocumentType } from './document.type.js';

@ObjectType('Draft')
export class DraftType {
  @Field(() => Int)
  baseRevision!: number;

  @Field(() => [DocumentType])
  changes!: readonly DocumentType[];

  @Field(() => Date, { nullable: true })
  updatedAt?: Date;

  @Field(() => UserType, { nullable: true })
  updatedBy?: UserType;
}

@ObjectType('DraftResult')
export class DraftResultType {
  /** The draft as it is now; absent when the edit was refused. */
  @Field(() => DraftType, { nullable: true })
  draft?: DraftType;

  @Field(() => [ProblemType])
  problems!: readonly ProblemType[];
}
