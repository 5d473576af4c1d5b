import { Args, ID, Mutation, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { findByName } from '../find-by-name.js';
import { CallKeys, type CallDirection } from './call-keys.js';
import { CallOutbox } from './call-outbox.js';
import { CallSecrets } from './call-secrets.js';
import { PressedRecordType, RaisedEventType, WorkflowButtonType, WorkflowCallSecretType, WorkflowCallsType } from './calls.type.js';
import { EventDoor } from './event-door.js';
import { IncomingLog } from './incoming-log.js';
import { WorkflowButtons } from './workflow-buttons.js';

const MOST_LOGGED = 50;
const json = { type: () => JsonScalar, nullable: true };

const callDirections: Readonly<Record<'IN' | 'OUT', CallDirection>> = { IN: 'in', OUT: 'out' };
registerEnumType(callDirections, { name: 'CallDirection' });

/** Workflows that people and programs set off, on records that they may change; and for admins what comes in and goes out. */
@Resolver()
export class CallsResolver {
  constructor(
    private readonly buttons: WorkflowButtons,
    private readonly events: EventDoor,
    private readonly keys: CallKeys,
    private readonly secrets: CallSecrets,
    private readonly log: IncomingLog,
    private readonly outbox: CallOutbox,
    private readonly models: Models,
  ) {}

  @Query(() => [WorkflowButtonType], { description: 'The workflows that this person can run on records of an object.' })
  async workflowButtons(@CurrentActor() actor: Actor, @Args('object') object: string): Promise<readonly WorkflowButtonType[]> {
    return this.buttons.list(actor, object);
  }

  @Mutation(() => [PressedRecordType], { description: 'Runs a workflow with a button on records that this person may change: once for each key and record, however often it is sent.' })
  async runWorkflow(
    @CurrentActor() actor: Actor,
    @Args('name') workflow: string,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('key') key: string,
    @Args('inputs', json) inputs?: unknown,
  ): Promise<readonly PressedRecordType[]> {
    return this.buttons.press(actor, { workflow, ids, key, inputs });
  }

  @Mutation(() => RaisedEventType, { description: 'Raises an event about a record that this person may change. With the same key again it raises nothing.' })
  async raiseEvent(
    @CurrentActor() actor: Actor,
    @Args('name') name: string,
    @Args('object') object: string,
    @Args('recordId', { type: () => ID }) recordId: string,
    @Args('values', json) values?: unknown,
    @Args('key', { type: () => String, nullable: true }) key?: string | null,
  ): Promise<RaisedEventType> {
    return this.events.raise(actor, { name, object, recordId, values, ...(key && { key }) });
  }

  @SetupOnly('automation')
  @Query(() => WorkflowCallsType)
  async workflowCalls(@CurrentActor() { org }: Actor, @Args('workflow') name: string): Promise<WorkflowCallsType> {
    return this.readCalls(org, name);
  }

  @SetupOnly('automation')
  @Mutation(() => WorkflowCallSecretType, { description: 'A new secret for calls that come in, with the first of them the address, or for those that go out. The one before stays good for a day.' })
  async makeWorkflowCallSecret(@CurrentActor() { org }: Actor, @Args('workflow') name: string, @Args('direction', { type: () => callDirections }) direction: CallDirection): Promise<WorkflowCallSecretType> {
    const { model } = await this.models.current(org);
    const { secret } = await this.keys.rotate(org, findByName(model.workflows, name).guanxi.id, direction);
    return { secret, calls: await this.readCalls(org, name) };
  }

  @SetupOnly('automation')
  @Mutation(() => WorkflowCallsType, { description: 'Keeps the value of a secret header for calls of a workflow to one address (scheme, host and port), in the place of the one before. It counts from the next attempt on and is never shown.' })
  async keepCallSecret(
    @CurrentActor() { org, userId }: Actor,
    @Args('workflow') name: string,
    @Args('origin') origin: string,
    @Args('header') header: string,
    @Args('value') value: string,
  ): Promise<WorkflowCallsType> {
    const { model } = await this.models.current(org);
    await this.secrets.keep(org, findByName(model.workflows, name).guanxi.id, { origin, header, value }, userId);
    return this.readCalls(org, name);
  }

  @SetupOnly('automation')
  @Mutation(() => WorkflowCallsType, { description: 'Forgets it. Calls that would need it fail until another one is kept.' })
  async dropCallSecret(@CurrentActor() { org }: Actor, @Args('workflow') name: string, @Args('origin') origin: string, @Args('header') header: string): Promise<WorkflowCallsType> {
    const { model } = await this.models.current(org);
    await this.secrets.drop(org, findByName(model.workflows, name).guanxi.id, { origin, header });
    return this.readCalls(org, name);
  }

  private async readCalls(org: Org, name: string): Promise<WorkflowCallsType> {
    const { model } = await this.models.current(org);
    const { guanxi: { id } } = findByName(model.workflows, name);
    const [incoming, outgoing, taken, sent, secrets] = await Promise.all([this.keys.find(org, id, 'in'), this.keys.find(org, id, 'out'), this.log.list(org, id, MOST_LOGGED), this.outbox.list(org, id, MOST_LOGGED), this.secrets.list(org, id)]);
    return {
      address: incoming?.token ? `/hooks/${incoming.token}` : null,
      incomingPreviousUntil: incoming?.previousUntil ?? null,
      signs: outgoing !== undefined,
      outgoingPreviousUntil: outgoing?.previousUntil ?? null,
      incoming: taken,
      outgoing: sent,
      secrets,
    };
  }
}
