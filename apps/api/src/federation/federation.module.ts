import { Global, Module } from '@nestjs/common';
import { SignInPolicies } from './sign-in-policies.js';

/** How people come in from elsewhere, and on which terms people come in at all. */
@Global()
@Module({
  providers: [SignInPolicies],
  exports: [SignInPolicies],
})
export class FederationModule {}
