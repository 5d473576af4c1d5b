import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiFailure } from './api-failure.js';
import { sendFailure } from './send-failure.js';

/** Expected failures are answers, not entries in the log. In GraphQL the driver writes the answer. */
@Catch(ApiFailure)
export class FailureFilter implements ExceptionFilter<ApiFailure> {
  catch(failure: ApiFailure, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return failure;
    return sendFailure(host.switchToHttp().getResponse<FastifyReply>(), failure);
  }
}
