import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { readSignInPlace, setSessionCookies } from '../sign-in-place.js';
import { partyOf } from './relying-party.js';
import { SecondStep, type NewFactor, type Shown } from './second-step.js';

type Words = Readonly<Record<string, unknown>>;

/** What of a sign-in comes after the password, or in place of it. JSON only: a form on another site can send everything else. */
@Controller('auth')
export class FactorController {
  constructor(
    private readonly steps: SecondStep,
    private readonly settings: Settings,
  ) {}

  @Post('factor')
  @HttpCode(204)
  async finish(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const words = readWords(request, body);
    const session = await withRetryAfter(reply, () => this.steps.finish(readTicket(words), readShown(words), partyOf(request, this.settings), readSignInPlace(request)));
    setSessionCookies(request, reply, session);
  }

  @Post('passkey/options')
  @HttpCode(200)
  async askPasskey(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { ticket } = readWords(request, body);
    reply.header('cache-control', 'no-store');
    return withRetryAfter(reply, () => this.steps.askPasskey(typeof ticket === 'string' ? ticket : undefined, partyOf(request, this.settings), request.ip));
  }

  @Post('passkey')
  @HttpCode(204)
  async byPasskey(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { response } = readWords(request, body);
    setSessionCookies(request, reply, await this.steps.byPasskey(response, partyOf(request, this.settings), readSignInPlace(request)));
  }

  @Post('enrol')
  @HttpCode(200)
  async startEnrolling(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const words = readWords(request, body);
    reply.header('cache-control', 'no-store');
    return this.steps.startEnrolling(readTicket(words), words['kind'] === 'passkey' ? 'passkey' : 'totp', partyOf(request, this.settings));
  }

  @Post('enrol/confirm')
  @HttpCode(200)
  async finishEnrolling(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const words = readWords(request, body);
    const { session, recoveryCodes } = await this.steps.finishEnrolling(readTicket(words), readNewFactor(words), partyOf(request, this.settings), readSignInPlace(request));
    setSessionCookies(request, reply, session);
    reply.header('cache-control', 'no-store');
    return { recoveryCodes };
  }
}

function readWords({ headers }: FastifyRequest, body: unknown): Words {
  if (headers['content-type']?.startsWith('application/json') && typeof body === 'object' && body !== null) return body as Words;
  throw badRequest();
}

function readTicket({ ticket }: Words): string {
  if (typeof ticket === 'string') return ticket;
  throw badRequest();
}

function readShown({ kind, code, response }: Words): Shown {
  if (kind === 'passkey') return { kind, response };
  if ((kind === 'totp' || kind === 'recovery') && typeof code === 'string') return { kind, code };
  throw badRequest();
}

function readNewFactor({ kind, code, response, name }: Words): NewFactor {
  if (kind === 'passkey' && typeof name === 'string') return { kind, response, name };
  if (kind === 'totp' && typeof code === 'string') return { kind, code };
  throw badRequest();
}

function badRequest(): ApiFailure {
  return new ApiFailure('BAD_REQUEST', 'The second step of signing in needs JSON with "ticket", "kind" and what is shown: "code" or "response".');
}

async function withRetryAfter<Answer>(reply: FastifyReply, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiFailure && error.code === 'RATE_LIMITED') reply.header('retry-after', String(error.extensions['retryAfter']));
    throw error;
  }
}
