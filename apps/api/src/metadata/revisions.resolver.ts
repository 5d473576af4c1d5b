import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import type { RevisionRow } from '../database/entities/revision-row.js';
import { presentUser } from '../identity/present-user.js';
import { Users } from '../identity/users.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { RevisionStore } from './revision-store.js';
import { DocumentType, presentDocument } from './types/document.type.js';
import { RevisionType } from './types/revision.type.js';

const MOST_REVISIONS = 500;

@Resolver(() => RevisionType)
@SetupOnly()
export class RevisionsResolver {
  constructor(
    private readonly store: RevisionStore,
    private readonly users: Users,
  ) {}

  @Query(() => [RevisionType])
  async revisions(@CurrentActor() actor: Actor, @Args('first', { type: () => Int, defaultValue: 50 }) first: number): Promise<RevisionType[]> {
    const rows = await this.store.list(actor.org.id, Math.min(Math.max(first, 1), MOST_REVISIONS));
    return this.present(actor, rows);
  }

  @Query(() => RevisionType, { nullable: true })
  async revision(@CurrentActor() actor: Actor, @Args('number', { type: () => Int }) number: number): Promise<RevisionType | undefined> {
    const row = await this.store.find(actor.org.id, number);
    return row ? (await this.present(actor, [row]))[0] : undefined;
  }

  @ResolveField(() => [DocumentType])
  async documents(@CurrentActor() { org }: Actor, @Parent() { number }: RevisionType): Promise<DocumentType[]> {
    const documents = await this.store.documents(org.id, number);
    return documents.map((document) => presentDocument({ document, state: 'PUBLISHED' }));
  }

  private async present({ org, access }: Actor, rows: readonly Omit<RevisionRow, 'documents'>[]): Promise<RevisionType[]> {
    const users = await this.users.findMany(org, rows.flatMap(({ createdBy }) => createdBy ?? []));
    const byId = new Map(users.map((user) => [user.id, presentUser(user, org, access)]));
    return rows.map(({ number, createdAt, createdBy, changes }) => {
      const by = createdBy ? byId.get(createdBy) : undefined;
      return { number, at: createdAt, changes, ...(by && { by }) };
    });
  }
}
