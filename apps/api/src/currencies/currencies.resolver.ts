import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { DateScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { CurrencyRates } from './currency-rates.js';

@ObjectType('CurrencyRate', { description: 'What one unit of the org’s currency was worth in another, from a day on.' })
export class CurrencyRateType {
  @Field({ description: 'ISO 4217.' })
  code!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => String, { nullable: true, description: 'Decimal text.' })
  rate!: string | null;
}

@InputType('CurrencyRateInput')
export class CurrencyRateInput {
  @Field()
  code!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => String, { nullable: true, description: 'Without it the rate of that day is taken away.' })
  rate!: string | null;
}

@Resolver(() => CurrencyRateType)
@SetupOnly('organisation')
export class CurrenciesResolver {
  constructor(private readonly rates: CurrencyRates) {}

  @Query(() => [CurrencyRateType], { description: 'By currency, the latest first.' })
  currencyRates(@CurrentActor() { org }: Actor): Promise<CurrencyRateType[]> {
    return this.rates.list(org);
  }

  @Mutation(() => [CurrencyRateType], { description: 'Sets or takes away rates: all of them, or none and every problem.' })
  setCurrencyRates(@CurrentActor() { org }: Actor, @Args('rates', { type: () => [CurrencyRateInput] }) rates: CurrencyRateInput[]): Promise<CurrencyRateType[]> {
    return this.rates.set(org, rates.map(({ code, startsOn, rate }) => ({ code, startsOn, rate: rate ?? null })));
  }
}
