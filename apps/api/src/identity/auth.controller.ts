import '@fastify/cookie';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readCredential } from '../access/read-credential.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { answerSignIn, tellWait, type NextStep } from './answer-sign-in.js';
import { readTexts } from './read-texts.js';
import { SignIn } from './sign-in.js';
import { clearSessionCookie, readSignInPlace } from './sign-in-place.js';

@Controller('auth')
export class AuthController {
  constructor(private readonly people: SignIn) {}

  /** 204 with the cookie, or 200 with the step that is still missing. */
  @Post('sign-in')
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<NextStep | undefined> {
    const { email, password } = readTexts(request, body, ['email', 'password']) ?? {};
    if (email === undefined || password === undefined) throw new ApiFailure('BAD_REQUEST', 'Signing in needs JSON with "email" and "password".');
    return tellWait(reply, async () => answerSignIn(request, reply, await this.people.signIn(email, password, readSignInPlace(request))));
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const credential = readCredential(request, request.protocol === 'https');
    if (credential?.kind === 'session') await this.people.signOut(credential.token, readSignInPlace(request));
    clearSessionCookie(request, reply);
  }
}
