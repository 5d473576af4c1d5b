import { createHash, randomBytes } from 'node:crypto';

/** A signing secret as Standard Webhooks writes them. */
export function makeSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}

/** The id of the message about a change: the same whoever sends it and however often. */
export function messageId(webhookId: string, historyId: string): string {
  return `msg_${createHash('sha256').update(`${webhookId} ${historyId}`).digest('hex').slice(0, 32)}`;
}
