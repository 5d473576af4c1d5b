import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../metadata-api/scalars.js';

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

  @Field(() => Int)
  milliseconds!: number;
}
