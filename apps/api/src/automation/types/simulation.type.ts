import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../metadata-api/scalars.js';

@ObjectType('SimulationMonth')
export class SimulationMonthType {
  @Field({ description: 'YYYY-MM' })
  month!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('Simulation')
export class SimulationType {
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

  @Field(() => [String], { description: 'Where the answer may differ from what would have happened, in sentences.' })
  limits!: readonly string[];
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
}

@ObjectType('SimulationPage')
export class SimulationPageType {
  @Field(() => [SimulationRowType])
  rows!: readonly SimulationRowType[];

  @Field(() => String, { nullable: true })
  next!: string | null;
}
