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

  @Field()
  verdict!: string;

  @Field(() => [ExplanationFactType])
  facts!: readonly ExplanationFactType[];

  @Field(() => RunType, { nullable: true })
  run!: RunType | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;
}
