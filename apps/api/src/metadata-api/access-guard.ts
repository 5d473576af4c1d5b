import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiFailure } from './api-failure.js';
import { findActor } from './current-actor.js';
import { refusals } from './refusal-wording.js';
import { SETUP_ONLY } from './setup-only.js';

/** Every resolver of /metadata needs an actor, those marked with `SetupOnly` an admin. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const actor = findActor(context);
    if (!actor) throw new ApiFailure('UNAUTHENTICATED', refusals.signIn);
    const setupOnly = this.reflector.getAllAndOverride<boolean | undefined>(SETUP_ONLY, [context.getHandler(), context.getClass()]);
    if (setupOnly && !actor.access.admin) {
      throw new ApiFailure('FORBIDDEN', refusals.setup);
    }
    return true;
  }
}
