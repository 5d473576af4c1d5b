import type { Translations } from './documents.js';

export type MessageChannel = 'email' | 'notification';

/**
 * What is told to somebody, written once in each language. Subject and body hold tokens, `{{ formula }}`, over a record of
 * the object and over `$Recipient`, `$Sender` and `$Org`; the body is text with light marks, as in Markdown.
 */
export interface MessageTemplateDocument {
  readonly kind: 'message-template';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly channel: MessageChannel;
  /** Without one the message is about no record: its tokens name people and the org alone. */
  readonly object?: string;
  /** Of an e-mail. */
  readonly subject?: string;
  readonly subjects?: Translations;
  readonly body: string;
  readonly bodies?: Translations;
  /** What an e-mail is sent for, a value of the ledger of consent. Without one it is part of what was agreed with the person, as an invoice is. */
  readonly purpose?: string;
  readonly guanxi: { readonly id: string };
}
