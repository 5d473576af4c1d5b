import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { SessionRow } from '../database/entities/session-row.js';
import { hashToken } from '../identity/token.js';
import { SignedIn } from '../identity/signed-in.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import type { RequestContext } from '../metadata-api/request-context.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { sandboxFaults } from './sandbox-wording.js';
import { presentSandbox, SandboxInput, SandboxType } from './sandbox.type.js';
import { Sandboxes } from './sandboxes.js';

@Resolver(() => SandboxType)
@SetupOnly('organisation')
export class SandboxesResolver {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly signedIn: SignedIn,
    @InjectRepository(SessionRow) private readonly sessions: Repository<SessionRow>,
  ) {}

  @Query(() => [SandboxType], { name: 'sandboxes', description: 'The sandboxes of the org; asked from inside of one, those of its source.' })
  async list(@CurrentActor() { org }: Actor): Promise<SandboxType[]> {
    return (await this.sandboxes.list(org)).map((sandbox) => presentSandbox(sandbox, org.id));
  }

  @Mutation(() => SandboxType, { description: 'Copies the published documents, and records as wished; the copying goes on after the answer.' })
  async createSandbox(@CurrentActor() actor: Actor, @Args('input') { name, copies, masked }: SandboxInput): Promise<SandboxType> {
    const wish = { name, copies: copies.toLowerCase() as 'none' | 'sample' | 'all', masked };
    return presentSandbox(await this.sandboxes.create(actor, wish), actor.org.id);
  }

  @Mutation(() => Boolean, { description: 'Removes a sandbox with everything in it.' })
  async removeSandbox(@CurrentActor() { org }: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.sandboxes.remove(org, id);
    this.signedIn.forget();
    return true;
  }

  @Mutation(() => Boolean, { description: 'From now on this session works in the sandbox; without an id, in the org itself again.' })
  async enterSandbox(
    @CurrentActor() { org, userId }: Actor,
    @Context() { request }: RequestContext,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
  ): Promise<boolean> {
    if (request.credential?.kind !== 'session') throw new ApiFailure('BAD_REQUEST', sandboxFaults.pageOnly);
    if (id) await this.admit(org, userId, id);
    await this.sessions.update({ tokenHash: hashToken(request.credential.token) }, { orgId: id ?? null });
    this.signedIn.forget();
    return true;
  }

  private async admit(org: Actor['org'], userId: string, id: string): Promise<void> {
    const { org: sandbox, state } = await this.sandboxes.find(org, id);
    if (state !== 'ready') throw new ApiFailure('CONFLICT', sandboxFaults.notReady);
    await this.sandboxes.admit(sandbox, userId);
  }
}
