import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { readPeople } from '../activity/read-people.js';
import { OrgDatabase } from '../database/org-database.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import type { AccountCounts } from './accounts.js';
import type { TraceCounts } from './erase-traces.js';
import { PrivacyRequests, type PrivacyRequest } from './privacy-requests.js';
import { FoundPersonType, PersonMentionInput, PersonSurveyType, PrivacyRequestInput, PrivacyRequestType, type ErasedCountType } from './privacy.type.js';

const id = { type: () => ID };

@SetupOnly('privacy')
@Resolver()
export class PrivacyResolver {
  constructor(private readonly requests: PrivacyRequests, private readonly database: OrgDatabase) {}

  @Query(() => [String], { description: 'Objects whose records stand for people.' })
  objectsOfPeople(@CurrentActor() actor: Actor): Promise<readonly string[]> {
    return this.requests.objects(actor);
  }

  @Query(() => [FoundPersonType], { description: 'People by a part of their name, e-mail address, phone number or other number.' })
  findPeople(@CurrentActor() actor: Actor, @Args('text') text: string): Promise<readonly FoundPersonType[]> {
    return this.requests.find(actor, text);
  }

  @Query(() => [PrivacyRequestType], { description: 'The open ones by their due date, then the closed ones.' })
  async privacyRequests(@CurrentActor() actor: Actor): Promise<readonly PrivacyRequestType[]> {
    return this.present(actor, await this.requests.list(actor));
  }

  @Query(() => PrivacyRequestType)
  async privacyRequest(@CurrentActor() actor: Actor, @Args('id', id) request: string): Promise<PrivacyRequestType> {
    return this.presentOne(actor, await this.requests.one(actor, request));
  }

  @Query(() => PersonSurveyType, { description: 'Everything that is kept of the person of a request, and where. That you looked is written down.' })
  async personSurvey(@CurrentActor() actor: Actor, @Args('request', id) request: string): Promise<PersonSurveyType> {
    const { traces, account, ...survey } = await this.requests.survey(actor, request);
    return { ...survey, traces: [...(account ? countsOf(account) : []), ...countsOf(traces)] };
  }

  @Mutation(() => PrivacyRequestType)
  async openPrivacyRequest(@CurrentActor() actor: Actor, @Args('input') { receivedOn, ...input }: PrivacyRequestInput): Promise<PrivacyRequestType> {
    return this.presentOne(actor, await this.requests.open(actor, { ...input, ...(receivedOn && { receivedOn }) }));
  }

  @Mutation(() => PrivacyRequestType, { description: 'Takes everything personal out of the records of the person, their history, files, mails, runs and copies. Cannot be taken back. `confirmation`: what the person is called.' })
  async erasePerson(@CurrentActor() actor: Actor, @Args('request', id) request: string, @Args('confirmation') confirmation: string): Promise<PrivacyRequestType> {
    return this.presentOne(actor, await this.requests.erase(actor, request, confirmation));
  }

  @Mutation(() => Int, { description: 'Puts a text in the place of the names of the person in texts that are not theirs, and in what these said before; an empty one takes the names out. Before the erasure, which forgets the names. Answers how many were changed.' })
  replaceMentions(@CurrentActor() actor: Actor, @Args('request', id) request: string, @Args('mentions', { type: () => [PersonMentionInput] }) mentions: readonly PersonMentionInput[], @Args('text', { defaultValue: '' }) text: string): Promise<number> {
    return this.requests.replaceMentions(actor, request, mentions.map(({ field, ...mention }) => ({ ...mention, field: field ?? null })), text);
  }

  @Mutation(() => PrivacyRequestType, { description: 'Says that a request was answered; with `refusal` why it was not.' })
  async closePrivacyRequest(@CurrentActor() actor: Actor, @Args('request', id) request: string, @Args('refusal', { type: () => String, nullable: true }) refusal?: string | null): Promise<PrivacyRequestType> {
    return this.presentOne(actor, await this.requests.end(actor, request, refusal ?? null));
  }

  private async presentOne(actor: Actor, request: PrivacyRequest): Promise<PrivacyRequestType> {
    const [presented] = await this.present(actor, [request]);
    if (!presented) throw new Error('A request was not presented.');
    return presented;
  }

  private async present({ org }: Actor, requests: readonly PrivacyRequest[]): Promise<readonly PrivacyRequestType[]> {
    const people = await readPeople(this.database, org, requests.flatMap(({ openedBy, closedBy }) => [openedBy, closedBy]));
    return requests.map(({ outcome, ...request }) => ({
      ...request,
      openedBy: people.get(request.openedBy) ?? null,
      closedBy: (request.closedBy !== null && people.get(request.closedBy)) || null,
      erased: [...(outcome.records ?? []).map(({ object, records }) => ({ what: object, count: records })), ...(outcome.account ? countsOf(outcome.account) : []), ...(outcome.traces ? countsOf(outcome.traces) : [])],
      held: outcome.held ?? 0,
      sandboxes: outcome.sandboxes ?? 0,
      exports: outcome.exports ?? 0,
      lastSha256: outcome.lastSha256 ?? null,
    }));
  }
}

function countsOf(traces: TraceCounts | AccountCounts): readonly ErasedCountType[] {
  return Object.entries(traces).filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }));
}
