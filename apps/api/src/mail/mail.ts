import type { RenderedMessage } from './render/render-message.js';

/** A mail that is to be written into the outbox. */
export interface NewMail {
  /** What caused it, in the words of the cause: the same one writes no second mail. */
  readonly key: string;
  readonly kind: MailKind;
  readonly to: { readonly userId?: string; readonly name?: string; readonly address: string };
  readonly message: RenderedMessage;
  /** BCP 47. */
  readonly language: string;
  /** Stable ids of the template and the object. */
  readonly template?: string;
  readonly object?: string;
  readonly recordId?: string;
  /** The comment on the record that it tells of. */
  readonly commentId?: string;
  /** The saved view that it leads to. */
  readonly viewId?: string;
  readonly runId?: string;
  readonly createdBy?: string;
  /** To many at once: carries the address where whoever gets it can say that they want no more. */
  readonly unsubscribe?: string;
  /** Only to those who agree to it, also at the moment of sending. */
  readonly purpose?: string;
  readonly at: Date;
  /** When it is to be sent, if not at once. */
  readonly notBefore?: Date;
}

export type MailKind = 'workflow' | 'test' | 'invitation' | 'password' | 'notification';

/** waiting: to be sent, or to be tried again · sent · parked: given up until a person tries again · unsent: there was no server to send it by. */
export type MailStatus = 'waiting' | 'sent' | 'parked' | 'unsent';

/** A mail in the outbox. */
export interface Mail {
  readonly id: string;
  readonly kind: MailKind;
  readonly status: MailStatus;
  readonly toUserId: string | null;
  readonly toName: string | null;
  readonly toAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  readonly unsubscribe: string | null;
  readonly purpose: string | null;
  readonly template: string | null;
  readonly object: string | null;
  readonly recordId: string | null;
  readonly commentId: string | null;
  readonly viewId: string | null;
  readonly runId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly messageId: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly sentAt: Date | null;
  readonly sentFrom: string | null;
  readonly failure: string | null;
}

/** What came of handing a mail to a server. */
export interface Attempt {
  readonly outcome: 'sent' | 'refused' | 'failed';
  /** Of the server's answer. */
  readonly code?: number;
  readonly response?: string;
  readonly failure?: string;
  readonly server: string;
  readonly milliseconds: number;
}
