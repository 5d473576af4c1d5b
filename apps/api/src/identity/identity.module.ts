import { Global, Module } from '@nestjs/common';
import { AccountMails } from './account-mail.js';
import { Aside } from './aside.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { Devices } from './devices.js';
import { SessionResolver } from './session.resolver.js';
import { Sessions } from './sessions.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SignIn } from './sign-in.js';
import { SignInWarnings } from './sign-in-warnings.js';
import { SignIns } from './sign-ins.js';
import { SignedIn } from './signed-in.js';
import { Tickets } from './tickets.js';
import { Users } from './users.js';
import { UsersResolver } from './users.resolver.js';

@Global()
@Module({
  controllers: [AuthController],
  providers: [AccountMails, Aside, Attempts, Devices, SessionResolver, Sessions, SessionsResolver, SignIn, SignIns, SignInWarnings, SignedIn, Tickets, Users, UsersResolver],
  exports: [AccountMails, Aside, Attempts, Devices, Sessions, SignIn, SignIns, SignedIn, Tickets, Users],
})
export class IdentityModule {}
