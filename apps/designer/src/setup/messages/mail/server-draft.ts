import type { MailSettings, MailSettingsInput } from './mail-queries.js';

/** The settings as they are typed. */
export interface ServerDraft {
  readonly isOwn: boolean;
  readonly host: string;
  readonly port: number | null;
  readonly security: string;
  readonly userName: string;
  /** Empty: the one that is kept. */
  readonly password: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string;
  readonly perMinute: number | null;
}

export const usualPorts: Readonly<Record<string, number>> = { tls: 465, starttls: 587, none: 25 };

export function readServer(settings: MailSettings): ServerDraft {
  const { host, port, security, userName, fromName, fromAddress, replyTo, perMinute } = settings;
  return {
    isOwn: host !== null, host: host ?? '', port: port ?? 587, security: security ?? 'starttls', userName: userName ?? '', password: '',
    fromName: fromName ?? '', fromAddress: fromAddress ?? '', replyTo: replyTo ?? '', perMinute,
  };
}

export function writeServer({ isOwn, host, port, security, userName, password, fromName, fromAddress, replyTo, perMinute }: ServerDraft): MailSettingsInput {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const server = isOwn ? { host: host.trim(), port, security, userName: text(userName), ...(password !== '' && { password }), fromAddress: fromAddress.trim() } : { host: null, port: null, security: null, userName: null, fromAddress: null };
  return { ...server, fromName: text(fromName), replyTo: text(replyTo), perMinute };
}
