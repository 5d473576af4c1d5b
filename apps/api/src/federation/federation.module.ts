import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { PolicyResolver } from './policy/policy.resolver.js';
import { Admission } from './providers/admission.js';
import { IdentityProviders } from './providers/identity-providers.js';
import { OidcController } from './providers/oidc.controller.js';
import { OidcSignIn } from './providers/oidc-sign-in.js';
import { ProviderClients } from './providers/provider-clients.js';
import { ProvidersResolver } from './providers/providers.resolver.js';
import { SealedAttempts } from './providers/sealed-attempts.js';
import { SignInHints } from './providers/sign-in-hints.js';
import { Provisioner } from './provisioner.js';
import { ScimGroups } from './scim/scim-groups.js';
import { ScimGroupsOf } from './scim/scim-groups-of.js';
import { ScimManagers } from './scim/scim-managers.js';
import { ScimResolver } from './scim/scim.resolver.js';
import { ScimTokens } from './scim/scim-tokens.js';
import { ScimUsers } from './scim/scim-users.js';
import { SignInPolicies } from './sign-in-policies.js';

/** How people come in from elsewhere, and on which terms people come in at all. */
@Global()
@Module({
  imports: [PeopleModule],
  controllers: [OidcController],
  providers: [Admission, IdentityProviders, OidcSignIn, PolicyResolver, ProviderClients, ProvidersResolver, Provisioner, ScimGroups, ScimGroupsOf, ScimManagers, ScimResolver, ScimTokens, ScimUsers, SealedAttempts, SignInHints, SignInPolicies],
  exports: [SignInPolicies],
})
export class FederationModule {}
