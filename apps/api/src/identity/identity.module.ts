import { Global, Module } from '@nestjs/common';
import { ApiKeys } from './api-keys.js';
import { ApiKeysResolver } from './api-keys.resolver.js';
import { Aside } from './aside.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { Devices } from './devices.js';
import { SessionResolver } from './session.resolver.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignIns } from './sign-ins.js';
import { SignedIn } from './signed-in.js';
import { Tickets } from './tickets.js';
import { Users } from './users.js';
import { UsersResolver } from './users.resolver.js';

@Global()
@Module({
  controllers: [AuthController],
  providers: [ApiKeys, ApiKeysResolver, Aside, Attempts, Devices, SessionResolver, Sessions, SignIn, SignIns, SignedIn, Tickets, Users, UsersResolver],
  exports: [ApiKeys, Aside, Attempts, Devices, Sessions, SignIn, SignIns, SignedIn, Tickets, Users],
})
export class IdentityModule {}
