import { readMailbox, type Mailbox } from '../config/mailbox.js';

/** tls: from the first byte · starttls: before anything is said, or not at all · offered: starttls where the server has it · none: in the open. */
export type MailSecurity = 'tls' | 'starttls' | 'offered' | 'none';

/** Where mails are handed in, and in whose name. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly userName?: string;
  readonly password?: string;
  readonly from: Mailbox;
  readonly replyTo?: string;
  readonly perMinute: number;
  /** Of an org's own setting: addresses inside of our network are refused, as they are to webhooks. */
  readonly guarded: boolean;
  /** A certificate in PEM that is trusted beside those of the machine. */
  readonly trusted?: string;
}

export const mailPorts: Readonly<Record<MailSecurity, number>> = { tls: 465, starttls: 587, offered: 587, none: 25 };

/** The server of the installation: `smtps://user:password@host:465`, or `smtp://…` with `?tls=required` or `?tls=none`. */
export function readMailServer(smtpUrl: string, mailFrom: string | undefined, perMinute: number): MailServer {
  const url = new URL(smtpUrl);
  const tls = url.searchParams.get('tls');
  const security: MailSecurity = url.protocol === 'smtps:' ? 'tls' : tls === 'required' ? 'starttls' : tls === 'none' ? 'none' : 'offered';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port === '' ? mailPorts[security] : Number(url.port),
    security,
    ...(url.username !== '' && { userName: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }),
    from: readMailbox(mailFrom ?? '') ?? { address: `guanxi@${host.includes('.') ? host : 'localhost'}` },
    perMinute,
    guarded: false,
  };
}
