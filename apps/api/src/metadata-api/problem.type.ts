import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Problem')
export class ProblemType {
  @Field()
  path!: string;

  @Field()
  code!: string;

  @Field()
  message!: string;

  @Field(() => String, { nullable: true })
  hint?: string;
}
