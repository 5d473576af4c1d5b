import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, JsonScalar } from '../../metadata-api/scalars.js';

@ObjectType('Firing')
export class FiringType {
  @Field(() => ID)
  recordId!: string;

  @Field({ description: 'The line that was crossed: a day, or an instant.' })
  due!: string;
}

@ObjectType('FiringDifference')
export class FiringDifferenceType extends FiringType {
  @Field({ description: 'Where alone it was found: `rehearsed` or `simulated`.' })
  only!: string;
}

@ObjectType('StepDifference')
export class StepDifferenceType extends FiringType {
  @Field({ description: 'Id of the step.' })
  step!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What it was given, and when: null where it was not performed.' })
  rehearsed!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  simulated!: unknown;
}

@ObjectType('Rehearsal')
export class RehearsalType {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field({ description: 'The rehearsal fired exactly where the simulation does.' })
  equal!: boolean;

  @Field(() => [FiringType], { description: 'What fired, in order of due time.' })
  firings!: readonly FiringType[];

  @Field(() => Int, { description: 'How many firings the simulation counts.' })
  simulated!: number;

  @Field(() => [FiringDifferenceType], { description: 'The first thousand.' })
  differences!: readonly FiringDifferenceType[];

  @Field(() => Int, { description: 'How many performed steps were compared with what the simulation says of them.' })
  steps!: number;

  @Field(() => [StepDifferenceType], { description: 'The first thousand.' })
  stepDifferences!: readonly StepDifferenceType[];

  @Field(() => Int)
  milliseconds!: number;
}
