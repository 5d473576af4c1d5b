import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { answerSignIn, tellWait, type NextStep } from './answer-sign-in.js';
import { NewPasswords, type LinkHolder, type PasswordPurpose } from './new-passwords.js';
import { PageAddress } from './page-address.js';
import { readTexts } from './read-texts.js';
import { Resets } from './resets.js';
import { readSignInPlace } from './sign-in-place.js';

/** For people with a link from a mail, or who want one. The token comes in the body: it stands in no log and no address. */
@Controller('auth')
export class CredentialController {
  constructor(
    private readonly passwords: NewPasswords,
    private readonly resets: Resets,
    private readonly page: PageAddress,
  ) {}

  /** Always the same answer. */
  @Post('reset')
  @HttpCode(204)
  async askReset(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const asked = readTexts(request, body, ['email']);
    if (!asked) throw new ApiFailure('BAD_REQUEST', 'Asking for a new password needs JSON with "email".');
    await tellWait(reply, () => this.resets.ask(asked.email, readSignInPlace(request), this.page.forStrangers()));
  }

  @Post('link')
  @HttpCode(200)
  async look(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<LinkHolder> {
    const { token, purpose } = readLink(request, body);
    reply.header('cache-control', 'no-store');
    return tellWait(reply, () => this.passwords.look(token, purpose, readSignInPlace(request)));
  }

  /** 204 with the cookie, or 200 with the step that is still missing, as signing in. */
  @Post('password')
  async choose(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<NextStep | undefined> {
    const { token, purpose } = readLink(request, body);
    const { password } = readTexts(request, body, ['password']) ?? {};
    const { name } = readTexts(request, body, ['name']) ?? {};
    if (password === undefined) throw new ApiFailure('BAD_REQUEST', 'Choosing a password needs JSON with "token", "purpose" and "password".');
    const wanted = { password, ...(name !== undefined && { name }) };
    return tellWait(reply, async () => answerSignIn(request, reply, await this.passwords.choose(token, purpose, wanted, readSignInPlace(request))));
  }
}

function readLink(request: FastifyRequest, body: unknown): { readonly token: string; readonly purpose: PasswordPurpose } {
  const { token, purpose } = readTexts(request, body, ['token', 'purpose']) ?? {};
  if (token !== undefined && (purpose === 'invitation' || purpose === 'reset')) return { token, purpose };
  throw new ApiFailure('BAD_REQUEST', 'A link is looked up by JSON with "token" and "purpose".');
}
