import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ApiFailure } from './api-failure.js';
import { refusals } from './refusal-wording.js';
import type { RequestContext } from './request-context.js';

/** Parameter of a resolver: the signed-in actor. The guard has made sure that there is one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = findActor(context);
  if (!actor) throw new ApiFailure('UNAUTHENTICATED', refusals.signIn);
  return actor;
});

/** Undefined outside of /metadata and for requests without a sign-in. */
export function findActor(context: ExecutionContext): Actor | undefined {
  if (context.getType<string>() !== 'graphql') return undefined;
  return GqlExecutionContext.create(context).getContext<RequestContext>().request.actor;
}
