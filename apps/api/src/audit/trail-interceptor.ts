import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { concatMap, type Observable } from 'rxjs';
import { findActor } from '../metadata-api/current-actor.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { SETUP_ONLY } from '../metadata-api/setup-only.js';
import { Trail } from './trail.js';

/** Mutations of Setup that have an entry of their own, or change nothing that lasts: edits of the draft are told when they are published. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set([
  'saveDraft', 'discardChange', 'discardDraft', 'publish', 'rehearse', 'testWorkflow', 'runWorkflowTests', 'createUser', 'updateUser', 'deactivateUser', 'deactivateUsers', 'inviteUsers', 'resendInvitation', 'revokeInvitation', 'endSession', 'sendPasswordReset',
  'assignRole', 'setManager', 'setTeamMembers', 'addTeamMembers', 'createApiKey', 'rotateApiKey', 'endPreviousApiKey', 'revokeApiKey', 'makeOauthClient', 'rotateOauthClient', 'removeOauthClient', 'saveSignInPolicy',
  'previewDocument', 'verifyTrail', 'startImport', 'confirmImport', 'startBackup', 'startOrgExport',
]);

/** What of the arguments says which thing was meant. Values are not written down: some are secret. */
const TELLING = ['id', 'ids', 'name', 'object', 'workflow', 'workflowId', 'runId'];

const MOST_NAMED = 100;

/** Writes down every change of a setting that was made in Setup and has no entry of its own, before it is answered. */
@Injectable()
export class TrailInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly trail: Trail,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const changed = this.readChange(context);
    return changed ? next.handle().pipe(concatMap(async (answer: unknown) => {
      await this.trail.note(changed);
      return answer;
    })) : next.handle();
  }

  private readChange(context: ExecutionContext): Parameters<Trail['note']>[0] | undefined {
    const actor = findActor(context);
    if (!actor || this.reflector.getAllAndOverride(SETUP_ONLY, [context.getHandler(), context.getClass()]) === undefined) return undefined;
    const call = GqlExecutionContext.create(context);
    const { parentType, fieldName } = call.getInfo<GraphQLResolveInfo>();
    if (parentType.name !== 'Mutation' || TOLD_OTHERWISE.has(fieldName)) return undefined;
    const { request } = call.getContext<RequestContext>();
    const given = call.getArgs<Readonly<Record<string, unknown>>>();
    const input = typeof given['input'] === 'object' && given['input'] !== null ? (given['input'] as Readonly<Record<string, unknown>>) : {};
    const names = Object.fromEntries(TELLING.flatMap((name) => {
      const value = given[name] ?? input[name];
      const told = Array.isArray(value) ? value.slice(0, MOST_NAMED).map(String) : typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
      return told === undefined ? [] : [[name, told] as const];
    }));
    const agent = request.headers['user-agent'];
    return {
      orgId: actor.org.id, actorId: actor.userId, kind: 'settingsChanged', subject: { kind: 'setting', id: String(names['id'] ?? names['name'] ?? fieldName), name: fieldName },
      detail: { operation: fieldName, ...names }, address: request.ip, ...(agent !== undefined && { userAgent: agent }),
    };
  }
}
