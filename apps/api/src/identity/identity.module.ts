import { Global, Module } from '@nestjs/common';
import { ApiKeys } from './api-keys.js';
import { ApiKeysResolver } from './api-keys.resolver.js';
import { AuthController } from './auth.controller.js';
import { SessionResolver } from './session.resolver.js';
import { SignIn } from './sign-in.js';
import { SignedIn } from './signed-in.js';
import { Users } from './users.js';
import { UsersResolver } from './users.resolver.js';

@Global()
@Module({
  controllers: [AuthController],
  providers: [ApiKeys, ApiKeysResolver, SessionResolver, SignIn, SignedIn, Users, UsersResolver],
  exports: [ApiKeys, SignedIn, Users],
})
export class IdentityModule {}
