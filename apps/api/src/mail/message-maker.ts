import type { MessageTemplateDocument, Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import type { OrgPlace } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import type { Recipient } from './recipients.js';
import { evaluateTokens } from './render/evaluate-tokens.js';
import { readTokens } from './render/read-tokens.js';
import { renderMessage, type RenderedMessage } from './render/render-message.js';

export interface MessageToMake {
  readonly key: string;
  readonly recordId?: string;
  readonly recipient: Recipient;
}

interface Making {
  readonly org: Org;
  readonly session: SqlSession;
  readonly place: OrgPlace;
  readonly now: Date;
}

/**
 * One template for many people and records, each in the language and time zone of whoever gets it; one statement reads all
 * values. It reads with every right: a template says what it tells, and to whom is the workflow's business. Messages about
 * records that are gone are missing in the answer. The template has passed its checks.
 */
export async function makeMessages(template: MessageTemplateDocument, targets: readonly MessageToMake[], { org, session, place, now }: Making): Promise<ReadonlyMap<string, RenderedMessage>> {
  const model: Model = place.named;
  const { tokens } = readTokens(template, model);
  const object = template.object === undefined ? undefined : model.objectByName.get(template.object);
  const surroundings = { sender: await findSender(session, org), org, now };
  const values = await evaluateTokens(targets, { session, place, tokens, surroundings, ...(object && { object }) });
  return new Map(targets.flatMap(({ key, recipient }) => {
    const found = values.get(key);
    return found ? [[key, renderMessage(template, tokens, found, { language: recipient.language, timeZone: recipient.timeZone, currency: org.currency, orgName: org.name })] as const] : [];
  }));
}

/** The platform writes in the org's name; the address is there where the org has set one. */
export async function findSender(session: SqlSession, org: Org): Promise<{ readonly name: string; readonly address: string }> {
  const [row] = await session.run<{ name: string | null; address: string | null }>(sql`select from_name as name, from_address as address from ${orgTable(org.schema, 'mailServer')} limit 1`);
  return { name: row?.name ?? org.name, address: row?.address ?? '' };
}
