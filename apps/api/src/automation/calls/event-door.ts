import { Injectable } from '@nestjs/common';
import { readInputs } from '@guanxi/workflow';
import type { JsonValue } from '@guanxi/field-types';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure, InputFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { Queues } from '../../queue/queues.js';
import { callFaults } from './call-wording.js';
import { readMayEdit } from './may-edit.js';
import { raiseEvents, type Raised } from './raise-events.js';

/** An event that an integration raises. `key` is its own, so that it can send it again; without one each is another. */
export interface EventFromOutside {
  readonly name: string;
  readonly object: string;
  readonly recordId: string;
  readonly values: unknown;
  readonly key?: string;
}

/** Where programs raise events about records. It takes the right to change the record. */
@Injectable()
export class EventDoor {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  /** Throws `ApiFailure`. */
  async raise(actor: Actor, { name, object: objectName, recordId, values, key }: EventFromOutside): Promise<Raised> {
    const { model } = await this.models.current(actor.org);
    const object = actor.access.objects.has(objectName) ? model.objectByName.get(objectName) : undefined;
    if (!object) throw new ApiFailure('NOT_FOUND', { ...callFaults.noObject, words: { name: objectName } });
    if (!/^[A-Za-z][\w.-]{0,99}$/.test(name)) throw new InputFailure([{ path: '/name', code: 'event.name', said: callFaults.eventName }]);
    const given = readInputs([], values ?? {}, { pointers: true });
    if (!given.ok) throw validationFailure(given.problems.map((problem) => ({ ...problem, path: `/values${problem.path}` })), actor.locale);
    const raised = await this.database.transaction(actor.org, async (tx) => {
      const mayEdit = await readMayEdit(actor, objectName, [recordId], { session: tx, model, now: this.clock.now(actor.org) });
      if (!mayEdit.has(recordId)) throw new ApiFailure('NOT_FOUND', callFaults.gone);
      if (!mayEdit.get(recordId)) throw new ApiFailure('FORBIDDEN', callFaults.mayNotRaise);
      const event = { key: `${actor.userId}:${key ?? makeId()}`, name, object, recordId, values: (values ?? {}) as Readonly<Record<string, JsonValue>>, depth: 0, raisedBy: { source: actor.source, actor: actor.userId } };
      return raiseEvents(tx, [event], { models: this.models, clock: this.clock });
    });
    if (!raised.ok) throw validationFailure(raised.problems, actor.locale);
    this.queues.wake('automation', actor.org);
    return raised.raised[0] ?? { key: '', begun: [], woken: 0 };
  }
}
