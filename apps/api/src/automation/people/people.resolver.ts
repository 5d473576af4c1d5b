import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { DateScalar, JsonScalar } from '../../metadata-api/scalars.js';
import { Absences } from './absences.js';
import { Approvals, type ApprovalsShown } from './approvals.js';
import { Forms } from './forms.js';
import { AbsenceType, approvalsShown, ApprovalType, decisions, FormToFillType, WaitingRecordType } from './people.types.js';
import { WaitingWork } from './waiting-work.js';

const id = { type: () => ID };
const someId = { type: () => ID, nullable: true };
const text = { type: () => String, nullable: true };
const day = { type: () => DateScalar };

/** What workflows ask of people. Everybody finds what concerns them. */
@Resolver()
export class PeopleResolver {
  constructor(
    private readonly asked: Approvals,
    private readonly forms: Forms,
    private readonly away: Absences,
    private readonly waiting: WaitingWork,
  ) {}

  @Query(() => [ApprovalType], { description: 'Those that wait for your decision, that you have asked for, or that you have decided; newest first.' })
  approvals(
    @CurrentActor() actor: Actor,
    @Args('shown', { type: () => approvalsShown, defaultValue: 'TO_DECIDE' }) shown: ApprovalsShown,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
  ): Promise<readonly ApprovalType[]> {
    return this.asked.list(actor, shown, first);
  }

  @Query(() => ApprovalType, { nullable: true, description: 'Null where it does not concern you.' })
  async approval(@CurrentActor() actor: Actor, @Args('id', id) approval: string): Promise<ApprovalType | null> {
    return (await this.asked.find(actor, approval)) ?? null;
  }

  @Query(() => [ApprovalType], { description: 'Of a record that you may read, newest first.' })
  recordApprovals(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('recordId', id) recordId: string): Promise<readonly ApprovalType[]> {
    return this.asked.ofRecord(actor, object, recordId);
  }

  @Query(() => Int, { description: 'How many approvals and forms wait for you.' })
  async inboxCount(@CurrentActor() actor: Actor): Promise<number> {
    return (await this.asked.count(actor)) + (await this.forms.count(actor));
  }

  @Mutation(() => ApprovalType)
  decideApproval(
    @CurrentActor() actor: Actor,
    @Args('id', id) approval: string,
    @Args('decision', { type: () => decisions }) decision: 'approved' | 'rejected',
    @Args('comment', text) comment?: string | null,
  ): Promise<ApprovalType> {
    return this.asked.decide(actor, approval, decision, comment ?? null);
  }

  @Mutation(() => ApprovalType, { description: 'For whoever asked for it, and admins.' })
  recallApproval(@CurrentActor() actor: Actor, @Args('id', id) approval: string, @Args('comment', text) comment?: string | null): Promise<ApprovalType> {
    return this.asked.recall(actor, approval, comment ?? null);
  }

  @Mutation(() => ApprovalType, { description: 'People hand over what they are asked themselves, admins what `from` is asked.' })
  handOverApproval(
    @CurrentActor() actor: Actor,
    @Args('id', id) approval: string,
    @Args('to', id) to: string,
    @Args('from', someId) from?: string | null,
    @Args('comment', text) comment?: string | null,
  ): Promise<ApprovalType> {
    return this.asked.handOver(actor, approval, { to, from: from ?? null, comment: comment ?? null });
  }

  @Query(() => [FormToFillType], { description: 'What is due first comes first.' })
  formsToFill(@CurrentActor() actor: Actor): Promise<readonly FormToFillType[]> {
    return this.forms.list(actor);
  }

  @Mutation(() => Boolean, { description: '`answers`: values by the names of the questions.' })
  async fillForm(@CurrentActor() actor: Actor, @Args('id', id) form: string, @Args('answers', { type: () => JsonScalar }) answers: unknown): Promise<boolean> {
    await this.forms.fill(actor, form, answers);
    return true;
  }

  @Query(() => [AbsenceType], { description: 'Your own that are not over.' })
  absences(@CurrentActor() actor: Actor): Promise<readonly AbsenceType[]> {
    return this.away.list(actor);
  }

  @Mutation(() => [AbsenceType], { description: 'With an id, changes one.' })
  setAbsence(
    @CurrentActor() actor: Actor,
    @Args('from', day) from: string,
    @Args('to', day) to: string,
    @Args('delegate', someId) delegate?: string | null,
    @Args('id', someId) absence?: string | null,
  ): Promise<readonly AbsenceType[]> {
    return this.away.set(actor, { id: absence ?? undefined, from, to, delegate: delegate ?? undefined });
  }

  @Mutation(() => [AbsenceType])
  removeAbsence(@CurrentActor() actor: Actor, @Args('id', id) absence: string): Promise<readonly AbsenceType[]> {
    return this.away.remove(actor, absence);
  }

  @Query(() => [WaitingRecordType], { description: 'Records that wait in your queues, the longest wait first.' })
  waitingRecords(@CurrentActor() actor: Actor): Promise<readonly WaitingRecordType[]> {
    return this.waiting.list(actor);
  }

  @Query(() => WaitingRecordType, { nullable: true, description: 'Where the record waits, if that is one of your queues.' })
  recordWaiting(@CurrentActor() actor: Actor, @Args('recordId', id) recordId: string): Promise<WaitingRecordType | null> {
    return this.waiting.ofRecord(actor, recordId);
  }

  @Mutation(() => Boolean, { description: 'Gives you a record that waits in one of your queues.' })
  async takeRecord(@CurrentActor() actor: Actor, @Args('recordId', id) recordId: string): Promise<boolean> {
    await this.waiting.take(actor, recordId);
    return true;
  }
}
