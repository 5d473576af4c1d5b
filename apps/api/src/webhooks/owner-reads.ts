import { Injectable, Logger } from '@nestjs/common';
import { fieldType } from '@guanxi/field-types';
import { valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { answerOperation, type RecordsPorts } from '../graphql/run/answer-operation.js';
import { Schemas } from '../graphql/run/schemas.js';
import { Models } from '../metadata/models.js';
import { RecordWriter } from '../records/record-writer.js';
import type { WebhookSubject } from './webhook.js';

export type SentRecord = Readonly<Record<string, unknown>>;

/** A subject that can no longer be read as it was meant; the message is a sentence. */
export class SubjectFailure extends Error {
  override readonly name = 'SubjectFailure';
}

/** Reads the records that a webhook sends, as its owner would over the API. */
@Injectable()
export class OwnerReads {
  private readonly ports: RecordsPorts;

  constructor(private readonly models: Models, database: OrgDatabase, writer: RecordWriter, clock: Clock, cipher: ValueCipher) {
    const logger = new Logger('Webhooks');
    this.ports = {
      models, database, writer, clock, cipher, schemas: new Schemas(),
      // What webhooks read is no use of the API by a program.
      uses: { count: () => undefined },
      logFailure: (reference, error) => logger.error(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    };
  }

  /** Those of the records that the subject's filter takes, by id, with the fields it sends. Throws `SubjectFailure`. */
  async read(owner: Actor, subject: WebhookSubject, ids: readonly string[]): Promise<ReadonlyMap<string, SentRecord>> {
    const { model } = await this.models.current(owner.org);
    const object = model.objectById.get(subject.object);
    if (!object || !owner.access.objects.has(object.name) || ids.length === 0) return new Map();
    const query = `query ($where: ${object.name}Where, $first: Int) { found: ${object.plural}(where: $where, first: $first) { nodes { _id: id ${selectionOf(subject, object, owner)} } } }`;
    const variables = { where: { AND: [subject.where ?? {}, { id: { in: ids } }] }, first: ids.length };
    const answer = JSON.parse(await answerOperation({ query, variables }, owner, this.ports)) as { data?: { found: { nodes: readonly ({ _id: string } & SentRecord)[] } } | null; errors?: readonly { message: string; extensions: { code: string } }[] };
    const [error] = answer.errors ?? [];
    if (error?.extensions.code === 'BAD_USER_INPUT') throw new SubjectFailure(error.message);
    if (error || !answer.data) throw new Error(error?.message ?? 'The records of a webhook could not be read.');
    return new Map(answer.data.found.nodes.map(({ _id, ...record }) => [_id, record]));
  }

  /** Undefined where the subject can be read; else what is wrong with it, as a sentence. */
  async findFault(owner: Actor, subject: WebhookSubject): Promise<string | undefined> {
    try {
      await this.read(owner, subject, [NOBODY]);
      return undefined;
    } catch (error) {
      if (error instanceof SubjectFailure) return error.message;
      throw error;
    }
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Fields that may be sent: with a value of their own, as far as this person may read them. */
export function sendableFields(object: ObjectModel, { access }: Actor): readonly FieldModel[] {
  const readable = access.objects.get(object.name)?.readableFields;
  return object.fields.filter(({ name, storage }) => readable?.has(name) && storage !== 'members' && storage !== 'through');
}

/** Encrypted values leave the house only when they are named. */
function selectionOf({ fields }: WebhookSubject, object: ObjectModel, owner: Actor): string {
  const sent = sendableFields(object, owner).filter(({ name, value }) => (fields ? fields.includes(name) : fieldType(value.type).encrypted !== true));
  return sent.map((field) => valueName(field) + partsOf(field)).join(' ');
}

function partsOf({ value }: FieldModel): string {
  const { parts } = fieldType(value.type);
  return parts ? ` { ${Object.keys(parts).join(' ')} }` : '';
}

/** The object of a subject, as long as there is one. */
export function objectOf({ object }: WebhookSubject, model: Model): ObjectModel | undefined {
  return model.objectById.get(object);
}
