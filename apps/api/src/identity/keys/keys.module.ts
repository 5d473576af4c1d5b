import { Global, Module } from '@nestjs/common';
import { AccessTokens } from './access-tokens.js';
import { ApiKeys } from './api-keys.js';
import { ApiKeysResolver } from './api-keys.resolver.js';
import { ClientAuthentication } from './client-authentication.js';
import { OauthClientsResolver } from './oauth-clients.resolver.js';
import { OauthController } from './oauth.controller.js';
import { ServiceClients } from './service-clients.js';

/** Keys of people for programs, and programs that come in their own name. */
@Global()
@Module({
  controllers: [OauthController],
  providers: [AccessTokens, ApiKeys, ApiKeysResolver, ClientAuthentication, OauthClientsResolver, ServiceClients],
  exports: [AccessTokens, ApiKeys],
})
export class KeysModule {}
