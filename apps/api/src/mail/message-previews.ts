import { Injectable } from '@nestjs/common';
import type { MessageTemplateDocument, Model } from '@guanxi/metadata';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { placeOf } from '../automation/active-workflow.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { mailFaults } from './mail-wording.js';
import { findSender } from './message-maker.js';
import { findRecipients } from './recipients.js';
import { evaluateTokens, type TokenValues } from './render/evaluate-tokens.js';
import { readTokens, type MessageToken } from './render/read-tokens.js';
import { renderMessage, type RenderedMessage } from './render/render-message.js';

export interface Preview extends RenderedMessage {
  /** Tokens that make no sense, with the reason in the reader's language. */
  readonly unresolved: readonly { readonly token: string; readonly message: string }[];
}

const LONGEST = 20_000;

/** A template as it is being written, as somebody would get it. What does not fit yet is shown as it stands, and told. */
@Injectable()
export class MessagePreviews {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Without a record each token shows its formula. */
  async make(actor: Actor, draft: unknown, { recordId, language }: { readonly recordId?: string; readonly language: string }): Promise<Preview> {
    const { org } = actor;
    const template = readDraft(draft);
    const { model } = await this.models.current(org);
    const { tokens, unresolved } = readTokens(knownObject(template, model), model);
    const values = recordId === undefined ? undefined : await this.values(actor, template, { tokens, model, recordId });
    const reader = { language, timeZone: actor.timeZone, currency: org.currency, orgName: org.name };
    const message = values || template.object === undefined
      ? renderMessage(template, tokens, values ?? (await this.values(actor, template, { tokens, model })), reader, (formula) => `{{ ${formula} }}`)
      : renderMessage(template, new Map(), new Map(), reader, (formula) => (tokens.has(formula) ? `‹${formula}›` : `{{ ${formula} }}`));
    return { ...message, unresolved: unresolved.map(({ text, problem }) => ({ token: text, message: problem.tell(actor.locale).message })) };
  }

  private async values(actor: Actor, template: MessageTemplateDocument, { tokens, model, recordId }: { tokens: ReadonlyMap<string, MessageToken>; model: Model; recordId?: string }): Promise<TokenValues> {
    const { org } = actor;
    if (recordId !== undefined && !isId(recordId)) throw new ApiFailure('NOT_FOUND', mailFaults.noRecord);
    const session = this.database.session(org);
    const recipient = (await findRecipients(session, org, [actor.userId])).get(actor.userId) ?? { name: '', address: '' };
    const object = template.object === undefined ? undefined : model.objectByName.get(template.object);
    const target = { key: 'preview', recipient, ...(recordId !== undefined && { recordId }) };
    const surroundings = { sender: await findSender(session, org), org, now: this.clock.now(org) };
    const place = { ...placeOf(org, { named: model, stored: model }, this.clock), now: sql`${this.clock.now(org)}::timestamptz` };
    const found = (await evaluateTokens([target], { session, place, tokens, surroundings, ...(object && { object }) })).get('preview');
    if (!found) throw new ApiFailure('NOT_FOUND', mailFaults.noRecord);
    return found;
  }
}

/** The parts of a template that are there and are texts: a draft need not be whole to be looked at. */
export function readDraft(draft: unknown): MessageTemplateDocument {
  const given = typeof draft === 'object' && draft !== null ? (draft as Readonly<Record<string, unknown>>) : {};
  const text = (key: string): string | undefined => (typeof given[key] === 'string' ? given[key].slice(0, LONGEST) : undefined);
  const texts = (key: string): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(given[key] ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '').map(([language, one]) => [language, one.slice(0, LONGEST)]));
  const object = text('object');
  return {
    kind: 'message-template', name: text('name') ?? '', title: text('title') ?? '', channel: given['channel'] === 'notification' ? 'notification' : 'email',
    ...(object !== undefined && object !== '' && { object }), subject: text('subject') ?? '', subjects: texts('subjects'), body: text('body') ?? '', bodies: texts('bodies'), guanxi: { id: '' },
  };
}

/** An object that is not published yet has no records and no fields: its tokens are told as unresolved. */
function knownObject(template: MessageTemplateDocument, model: Model): MessageTemplateDocument {
  if (template.object === undefined || model.objectByName.has(template.object)) return template;
  const { object: _, ...rest } = template;
  return rest;
}
