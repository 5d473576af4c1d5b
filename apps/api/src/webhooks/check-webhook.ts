import { Injectable } from '@nestjs/common';
import type { Sentence } from '@guanxi/field-types';
import { isFreeHeader, isHeaderValue } from '@guanxi/workflow';
import type { Actor } from '../access/actor.js';
import { Settings } from '../config/settings.js';
import { InputFailure, type SaidProblem } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { OwnerReads, sendableFields } from './owner-reads.js';
import { mayBeSentTo } from './send-message.js';
import type { WebhookSubjectInput, WebhookInput } from './webhook.type.js';
import { webhookFaults } from './webhook-wording.js';
import { webhookKinds, type Webhook, type WebhookSubject } from './webhook.js';

/** What a checked input says, in the form that is kept. */
export type CheckedWebhook = Pick<Webhook, 'name' | 'url' | 'subjects' | 'kinds'> & Partial<Pick<Webhook, 'headers' | 'active'>>;

const LONGEST_URL = 2_000;

/** Looks at a webhook as somebody wants it, and says everything that is wrong with it at once. */
@Injectable()
export class CheckWebhook {
  constructor(
    private readonly models: Models,
    private readonly records: OwnerReads,
    private readonly settings: Settings,
  ) {}

  /** Throws `InputFailure`. */
  async check(actor: Actor, input: WebhookInput): Promise<CheckedWebhook> {
    const problems: SaidProblem[] = [];
    const report = (path: string, code: string, said: Sentence) => problems.push({ path, code, said });
    const name = input.name.trim();
    if (name === '' || name.length > 200) report('/name', 'name', webhookFaults.name);
    const url = URL.canParse(input.url) && input.url.length <= LONGEST_URL ? new URL(input.url) : undefined;
    if (!url || url.username !== '' || url.password !== '' || !mayBeSentTo(url, this.settings.webhookAllow)) report('/url', 'url', { ...webhookFaults.url, words: { url: input.url.slice(0, 200) } });
    const kinds = webhookKinds.filter((kind) => input.kinds.includes(kind));
    if (kinds.length === 0) report('/kinds', 'kinds', webhookFaults.kinds);
    if (input.subjects.length === 0) report('/subjects', 'subjects', webhookFaults.subjects);
    const headers = checkHeaders(input.headers ?? {}, report);
    const subjects: WebhookSubject[] = [];
    for (const [index, subject] of input.subjects.entries()) {
      const checked = await this.subject(actor, subject, (part, code, said) => report(`/subjects/${index}${part}`, code, said));
      if (checked && subjects.some(({ object }) => object === checked.object)) report(`/subjects/${index}/object`, 'twice', { ...webhookFaults.twice, words: { name: subject.object } });
      else if (checked) subjects.push(checked);
    }
    if (problems.length > 0) throw new InputFailure(problems);
    return { name, url: url?.href ?? '', subjects, kinds, ...(input.headers != null && { headers }), ...(input.active != null && { active: input.active }) };
  }

  private async subject(actor: Actor, { object: name, where, fields }: WebhookSubjectInput, report: (part: string, code: string, said: Sentence) => void): Promise<WebhookSubject | undefined> {
    const { model } = await this.models.current(actor.org);
    const object = model.objectByName.get(name);
    if (!object || object.platform || !actor.access.objects.has(name)) {
      report('/object', 'object', { ...webhookFaults.noObject, words: { name } });
      return undefined;
    }
    const known = new Set(sendableFields(object, actor).map((field) => field.name));
    for (const field of fields ?? []) if (!known.has(field)) report('/fields', 'field', { ...webhookFaults.noField, words: { object: object.name, name: field } });
    const subject: WebhookSubject = { object: object.id, ...(where && { where }), ...(fields && fields.length > 0 && { fields: fields.filter((field) => known.has(field)) }) };
    const fault = where ? await this.records.findFault(actor, subject) : undefined;
    if (fault !== undefined) report('/where', 'filter', { ...webhookFaults.filter, words: { fault } });
    return subject;
  }
}

function checkHeaders(headers: Readonly<Record<string, unknown>>, report: (path: string, code: string, said: Sentence) => void): Readonly<Record<string, string>> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const words = { name: name.slice(0, 100) };
    if (!isFreeHeader(name)) report(`/headers/${name}`, 'header', { ...webhookFaults.header, words });
    else if (typeof value !== 'string' || !isHeaderValue(value)) report(`/headers/${name}`, 'header-value', { ...webhookFaults.headerValue, words });
    else checked[name] = value;
  }
  return checked;
}
