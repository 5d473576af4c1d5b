import type { SetupArea } from '@guanxi/metadata';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayUseSetup, setupRefusal } from '../access/setup-rights.js';
import { ApiFailure } from './api-failure.js';
import { findActor } from './current-actor.js';
import { refusals } from './refusal-wording.js';
import { SETUP_ONLY } from './setup-only.js';

/** Every resolver of /metadata needs an actor, those marked with `SetupOnly` one who may use the part of Setup that it names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const actor = findActor(context);
    if (!actor) throw new ApiFailure('UNAUTHENTICATED', refusals.signIn);
    const areas = this.reflector.getAllAndOverride<readonly SetupArea[] | undefined>(SETUP_ONLY, [context.getHandler(), context.getClass()]);
    if (areas && !mayUseSetup(actor.access, areas)) throw setupRefusal(areas);
    return true;
  }
}
