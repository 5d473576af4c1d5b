import '@fastify/cookie';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../access/read-credential.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { SignIn } from './sign-in.js';

@Controller('auth')
export class AuthController {
  constructor(private readonly sessions: SignIn) {}

  @Post('sign-in')
  @HttpCode(204)
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { email, password } = readCredentials(request, body);
    try {
      const { token, expiresAt } = await this.sessions.signIn(email, password, request.ip);
      reply.setCookie(SESSION_COOKIE, token, { ...cookieOptions(request), expires: expiresAt });
    } catch (error) {
      if (error instanceof ApiFailure && error.code === 'RATE_LIMITED') reply.header('retry-after', String(error.extensions['retryAfter']));
      throw error;
    }
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.sessions.signOut(token);
    reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
  }
}

/** JSON only: a form on another site can send everything else, and would sign its visitor in as somebody. */
function readCredentials({ headers }: FastifyRequest, body: unknown): { email: string; password: string } {
  const { email, password } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const isJson = headers['content-type']?.startsWith('application/json');
  if (isJson && typeof email === 'string' && typeof password === 'string') return { email, password };
  throw new ApiFailure('BAD_REQUEST', 'Signing in needs JSON with "email" and "password".');
}

function cookieOptions(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}
