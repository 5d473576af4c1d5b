import { Global, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { Attempts } from './attempts.js';
import { CredentialMails } from './credential-mails.js';
import { CredentialController } from './credential.controller.js';
import { Invitations } from './invitations.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { NewPasswords } from './new-passwords.js';
import { PageAddress } from './page-address.js';
import { Resets } from './resets.js';
import { SignIns } from './sign-ins.js';
import { Tickets } from './tickets.js';

const HOUR = 3_600_000;

/** Passwords that are chosen, forgotten and given anew; forgets what is of no use any more. */
@Global()
@Module({
  imports: [MailModule],
  controllers: [CredentialController],
  providers: [CredentialMails, Invitations, InvitationsResolver, NewPasswords, PageAddress, Resets],
  exports: [CredentialMails],
})
export class CredentialsModule implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly attempts: Attempts,
    private readonly signIns: SignIns,
    private readonly tickets: Tickets,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sweep(), HOUR).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** What fails now is done an hour later. */
  private async sweep(): Promise<void> {
    await Promise.allSettled([this.attempts.forgetOld(), this.signIns.forgetOld(), this.tickets.forgetOld()]);
  }
}
