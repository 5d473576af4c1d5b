import { Module } from '@nestjs/common';
import { CurrenciesResolver } from './currencies.resolver.js';
import { CurrencyRates } from './currency-rates.js';

@Module({ providers: [CurrenciesResolver, CurrencyRates] })
export class CurrenciesModule {}
