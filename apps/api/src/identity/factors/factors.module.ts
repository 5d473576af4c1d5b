import { Global, Module } from '@nestjs/common';
import { Challenges } from './challenges.js';
import { Confirmation } from './confirmation.js';
import { FactorController } from './factor.controller.js';
import { FactorsResolver } from './factors.resolver.js';
import { FactorsView } from './factors-view.js';
import { Factors } from './factors.js';
import { Passkeys } from './passkeys.js';
import { PeopleFactorsResolver } from './people-factors.resolver.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondStep } from './second-step.js';
import { TotpFactor } from './totp-factor.js';

/** Second factors: whoever signs somebody in asks `Factors` what they have, and `FactorsView` what their org asks for. */
@Global()
@Module({
  controllers: [FactorController],
  providers: [Challenges, Confirmation, Factors, FactorsResolver, FactorsView, Passkeys, PeopleFactorsResolver, RecoveryCodes, SecondStep, TotpFactor],
  exports: [Factors, FactorsView],
})
export class FactorsModule {}
