import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from '../../identity/attempts.js';
import { readSignInPlace, setSessionCookies } from '../../identity/sign-in-place.js';
import { OidcFailure } from './oidc-failure.js';
import { OidcSignIn } from './oidc-sign-in.js';
import { SealedAttempts } from './sealed-attempts.js';
import { SignInHints, type SignInHint } from './sign-in-hints.js';

const HOME = '/app/home';
/** Which provider let the person of this browser in; of no use but for leaving it. */
const PROVIDER_COOKIE = 'guanxi_provider';

/** Where browsers leave for a provider and come back. Nothing here tells who has an account. */
@Controller('auth')
export class OidcController {
  constructor(
    private readonly signIn: OidcSignIn,
    private readonly attempts: SealedAttempts,
    private readonly limits: Attempts,
    private readonly hints: SignInHints,
  ) {}

  @Get('providers')
  async providers(@Query('email') email: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ readonly providers: readonly SignInHint[] }> {
    reply.header('cache-control', 'no-store');
    return { providers: await this.hints.find(typeof email === 'string' ? email : '') };
  }

  @Get('oidc/:provider/start')
  async start(@Param('provider') provider: string, @Query('next') next: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orBack(reply, async () => {
      const { url, attempt } = await this.signIn.start(provider, originOf(request), readNext(next));
      this.attempts.begin(request, reply, attempt);
      return url.href;
    });
  }

  @Get('oidc/callback')
  async callback(@Query('state') state: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orBack(reply, async () => {
      const attempt = typeof state === 'string' ? this.attempts.take(request, reply, state) : undefined;
      if (!attempt) throw new OidcFailure('expired');
      const place = readSignInPlace(request);
      const limit = { address: place.address, account: `oidc:${attempt.state}` };
      if ((await this.limits.begin(limit)).waitSeconds !== undefined) throw new OidcFailure('tooMany');
      const session = await this.signIn.finish(attempt, request.url.split('?')[1] ?? '', place);
      await this.limits.forgive(limit);
      setSessionCookies(request, reply, session);
      reply.setCookie(PROVIDER_COOKIE, attempt.provider, { ...cookieOptions(request), expires: session.expiresAt });
      return attempt.next;
    });
  }

  /** After signing out here: to the provider where it shall end there too, else to our own page. */
  @Get('oidc/end')
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = request.cookies[PROVIDER_COOKIE];
    reply.clearCookie(PROVIDER_COOKIE, cookieOptions(request));
    await this.orBack(reply, async () => (provider && (await this.signIn.endAddress(provider, originOf(request)))?.href) || '/sign-in');
  }

  private async orBack(reply: FastifyReply, work: () => Promise<string>): Promise<void> {
    const address = await work().catch((error: unknown) => {
      if (error instanceof OidcFailure) return `/sign-in?failed=${error.code}`;
      throw error;
    });
    await reply.header('cache-control', 'no-store').redirect(address, 303);
  }
}

/** Only pages of our own; what comes from an address is not trusted to be one. */
export function readNext(text: unknown): string {
  const isPath = typeof text === 'string' && text.length < 2_000 && /^\/(?![/\\])[^\s\\]*$/.test(text);
  if (!isPath || new URL(text, 'http://page').origin !== 'http://page' || /^\/(auth|graphql|metadata)\b/.test(text)) return HOME;
  return text;
}

function originOf({ protocol, host }: FastifyRequest): string {
  // Without the port that goes without saying: the provider compares letter by letter.
  return new URL(`${protocol}://${host}`).origin;
}

function cookieOptions(request: FastifyRequest) {
  return { path: '/auth', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}
