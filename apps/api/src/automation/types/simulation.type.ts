import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, JsonScalar } from '../../metadata-api/scalars.js';
import { StepForeseenType, StepPlaceType } from './step.type.js';

@ObjectType('SimulationMonth')
export class SimulationMonthType {
  @Field({ description: 'YYYY-MM' })
  month!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('SimulationDay')
export class SimulationDayType {
  @Field(() => DateScalar)
  day!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('SimulationPerson')
export class SimulationPersonType {
  @Field(() => ID, { nullable: true, description: 'Null for an address, and for records that belonged to nobody.' })
  userId!: string | null;

  @Field()
  name!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('Simulation')
export class SimulationType {
  @Field({ description: 'False where history cannot tell when it would have run; `limits` then says why.' })
  isKnown!: boolean;

  @Field(() => Int)
  total!: number;

  @Field(() => Int, { description: 'Different records among the firings.' })
  records!: number;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => [SimulationMonthType])
  months!: readonly SimulationMonthType[];

  @Field(() => [SimulationDayType], { description: 'Days with firings.' })
  days!: readonly SimulationDayType[];

  @Field(() => [SimulationPersonType], { description: 'Whose records they were at the time, most first; the first 50.' })
  owners!: readonly SimulationPersonType[];

  @Field(() => [String], { description: 'Where the answer may differ from what would have happened, in sentences.' })
  limits!: readonly string[];
}

@ObjectType('SimulationStep')
export class SimulationStepType extends StepForeseenType {
  @Field({ description: '`done`, `skipped`, `failed`, or `unknown` where nobody can tell.' })
  status!: string;

  @Field(() => Date, { description: 'When it would have been performed.' })
  at!: string;
}

@ObjectType('SimulationRow')
export class SimulationRowType {
  @Field(() => ID)
  recordId!: string;

  @Field()
  recordName!: string;

  @Field({ description: 'What time was counted from.' })
  anchor!: string;

  @Field({ description: 'The line that was crossed: a day, or an instant.' })
  due!: string;

  @Field(() => [SimulationStepType], { description: 'What each step would have done, on the record as it was.' })
  steps!: readonly SimulationStepType[];
}

@ObjectType('SimulationPage')
export class SimulationPageType {
  @Field(() => [SimulationRowType])
  rows!: readonly SimulationRowType[];

  @Field(() => String, { nullable: true })
  next!: string | null;

  @Field(() => JsonScalar, { description: 'What ids in the steps stand for: list of { id, object, name }.' })
  names!: unknown;
}

@ObjectType('SimulationStepSum')
export class SimulationStepSumType extends StepPlaceType {
  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  skipped!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int)
  unknown!: number;
}

@ObjectType('SimulationWay')
export class SimulationWayType {
  @Field()
  step!: string;

  @Field()
  way!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('SimulationSteps')
export class SimulationStepsType {
  @Field(() => Int, { description: 'Of how many firings the steps were thought through: the first 5,000.' })
  walked!: number;

  @Field(() => [SimulationStepSumType])
  steps!: readonly SimulationStepSumType[];

  @Field(() => [SimulationWayType])
  ways!: readonly SimulationWayType[];

  @Field(() => [SimulationPersonType], { description: 'Whom it would have told, most first; the first 50.' })
  told!: readonly SimulationPersonType[];
}

@ObjectType('ExpectedRuns')
export class ExpectedRunsType {
  @Field({ description: 'False where history cannot tell; `limits` then says why.' })
  isKnown!: boolean;

  @Field(() => Int, { description: 'Days that were looked at: 90, or those since there are records.' })
  days!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => Float)
  perDay!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The busiest day.' })
  peakDay!: string | null;

  @Field(() => Int)
  peak!: number;

  @Field(() => [String])
  limits!: readonly string[];
}
