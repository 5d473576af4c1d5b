import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { tellProblems } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import type { RevisionRow } from '../database/entities/revision-row.js';
import { presentUser } from '../identity/present-user.js';
import { Users } from '../identity/users.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { compareDocuments } from './compare-documents.js';
import { DraftResolver } from './draft/draft.resolver.js';
import { Drafts } from './draft/drafts.js';
import { RevisionStore } from './revision-store.js';
import { DocumentDifferenceType } from './types/difference.type.js';
import { DocumentType, presentDocument } from './types/document.type.js';
import { DraftResultType } from './types/draft.type.js';
import { RevisionType } from './types/revision.type.js';

const MOST_REVISIONS = 500;

@Resolver(() => RevisionType)
@SetupOnly('objects', 'automation', 'access', 'privacy')
export class RevisionsResolver {
  constructor(
    private readonly store: RevisionStore,
    private readonly users: Users,
    private readonly drafts: Drafts,
    private readonly draft: DraftResolver,
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

  @Query(() => [DocumentDifferenceType], { description: 'What is different in one revision from another; 0 is the empty org.' })
  async compareRevisions(
    @CurrentActor() { org }: Actor,
    @Args('from', { type: () => Int }) from: number,
    @Args('to', { type: () => Int }) to: number,
  ): Promise<readonly DocumentDifferenceType[]> {
    await this.expect(org.id, from);
    await this.expect(org.id, to);
    return compareDocuments(await this.store.documents(org.id, from), await this.store.documents(org.id, to));
  }

  @Mutation(() => DraftResultType, { description: 'Makes a draft that is as that revision was, to be planned and published as any other. It replaces the draft that there is.' })
  async rollBack(@CurrentActor() actor: Actor, @Args('to', { type: () => Int }) to: number): Promise<DraftResultType> {
    const { org, locale } = actor;
    await this.expect(org.id, to);
    const { problems } = await this.drafts.replace(org, actor, await this.store.documents(org.id, to));
    return problems.length > 0 ? { problems: tellProblems(problems, locale) } : { draft: await this.draft.draft(actor), problems: [] };
  }

  @ResolveField(() => [DocumentType])
  async documents(@CurrentActor() { org }: Actor, @Parent() { number }: RevisionType): Promise<DocumentType[]> {
    const documents = await this.store.documents(org.id, number);
    return documents.map((document) => presentDocument({ document, state: 'PUBLISHED' }));
  }

  private async expect(orgId: string, number: number): Promise<void> {
    if (number !== 0 && !(await this.store.find(orgId, number))) throw new ApiFailure('NOT_FOUND', { ...unknownRevision, words: { number: String(number) } });
  }

  private async present({ org, access }: Actor, rows: readonly Omit<RevisionRow, 'documents' | 'removed'>[]): Promise<RevisionType[]> {
    const users = await this.users.findMany(org, rows.flatMap(({ createdBy }) => createdBy ?? []));
    const byId = new Map(users.map((user) => [user.id, presentUser(user, org, access)]));
    return rows.map(({ number, createdAt, createdBy, changes, note }) => {
      const by = createdBy ? byId.get(createdBy) : undefined;
      return { number, at: createdAt, changes, note, ...(by && { by }) };
    });
  }
}

const unknownRevision = {
  en: 'There is no revision {number}.',
  'zh-TW': '沒有版本 {number}。',
  'zh-CN': '没有版本 {number}。',
};
