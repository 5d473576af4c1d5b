import { Field, ObjectType } from '@nestjs/graphql';
import { RunType } from './run.type.js';

@ObjectType('ExplanationFact')
export class ExplanationFactType {
  @Field()
  label!: string;

  @Field()
  value!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it speaks for running; null where it is neither here nor there.' })
  holds!: boolean | null;
}

@ObjectType('Explanation', { description: '`verdict` is the answer in a sentence; `facts` are the values it rests on.' })
export class ExplanationType {
  @Field()
  ran!: boolean;

  @Field({ description: 'Which of the answers it is: `ran`, `absent`, `deleted`, `off`, `noAnchor`, `tooEarly`, `tooLate`, `excluded`, `nothing` (that sets it off), `before` (it was switched on), `condition` or `soon`.' })
  reason!: string;

  @Field()
  verdict!: string;

  @Field(() => String, { nullable: true, description: 'Of `condition`: the first part that was false.' })
  because!: string | null;

  @Field(() => [ExplanationFactType])
  facts!: readonly ExplanationFactType[];

  @Field(() => RunType, { nullable: true })
  run!: RunType | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;
}
