import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../../api/index.js';

export const mailStatuses = ['waiting', 'sent', 'parked', 'unsent'] as const;
export type MailStatus = (typeof mailStatuses)[number];

export interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly status: MailStatus;
  readonly toName: string | null;
  readonly toAddress: string;
  readonly subject: string;
  readonly language: string;
  readonly template: string | null;
  readonly object: string | null;
  readonly recordId: string | null;
  readonly runId: string | null;
  readonly createdAt: string;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly sentAt: string | null;
  readonly sentFrom: string | null;
  readonly failure: string | null;
}

export interface MailAttempt { readonly id: string; readonly at: string; readonly outcome: string; readonly server: string; readonly code: number | null; readonly response: string | null; readonly failure: string | null; readonly milliseconds: number }

export interface WholeMail extends Mail { readonly text: string; readonly html: string; readonly messageId: string | null; readonly log: readonly MailAttempt[] }

export interface MailSettings {
  readonly server: 'ORG' | 'INSTALLATION' | 'NONE';
  readonly hasInstallationServer: boolean;
  readonly sender: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly security: string | null;
  readonly userName: string | null;
  readonly hasPassword: boolean;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly replyTo: string | null;
  readonly perMinute: number | null;
  readonly limitPerMinute: number;
}

export interface MailSettingsInput {
  readonly host: string | null;
  readonly port: number | null;
  readonly security: string | null;
  readonly userName: string | null;
  /** Absent: it stays as it is. */
  readonly password?: string;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly replyTo: string | null;
  readonly perMinute: number | null;
}

export interface ServerTest { readonly ok: boolean; readonly message: string; readonly transcript: readonly string[]; readonly milliseconds: number }

const MAIL = 'id kind status toName toAddress subject language template object recordId runId createdAt attempts nextAttemptAt sentAt sentFrom failure';
const SETTINGS = 'server hasInstallationServer sender host port security userName hasPassword fromName fromAddress replyTo perMinute limitPerMinute';

export const mailsKey = ['setup', 'mails'] as const;

export const mailsOptions = (status: MailStatus | null, search: string) => queryOptions({
  queryKey: [...mailsKey, status, search],
  queryFn: async ({ signal }) => (await metadataRequest<{ mails: Mail[] }>(`query ($filter: MailFilter) { mails(filter: $filter, first: 100) { ${MAIL} } }`, { filter: { ...(status && { statuses: [status] }), ...(search !== '' && { search }) } }, signal)).mails,
  refetchInterval: 5_000,
});

export const mailCountsOptions = queryOptions({
  queryKey: [...mailsKey, 'counts'],
  queryFn: async ({ signal }) => (await metadataRequest<{ mailCounts: Record<MailStatus, number> }>('query { mailCounts { waiting sent parked unsent } }', {}, signal)).mailCounts,
  refetchInterval: 5_000,
});

export const mailOptions = (id: string) => queryOptions({
  queryKey: [...mailsKey, 'one', id],
  queryFn: async ({ signal }) => (await metadataRequest<{ mail: WholeMail | null }>(`query ($id: ID!) { mail(id: $id) { ${MAIL} text html messageId log { id at outcome server code response failure milliseconds } } }`, { id }, signal)).mail,
  refetchInterval: 5_000,
});

export const mailSettingsOptions = queryOptions({
  queryKey: ['setup', 'mail-settings'],
  queryFn: async ({ signal }) => (await metadataRequest<{ mailSettings: MailSettings }>(`query { mailSettings { ${SETTINGS} } }`, {}, signal)).mailSettings,
});

function useMailMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => Promise.all([client.invalidateQueries({ queryKey: mailsKey }), client.invalidateQueries({ queryKey: mailSettingsOptions.queryKey })]) });
}

export const useRetryMail = () => useMailMutation((id: string) => metadataRequest('mutation ($id: ID!) { retryMail(id: $id) { id } }', { id }));
export const useRetryMails = () => useMailMutation(async (_: null) => (await metadataRequest<{ retryMails: number }>('mutation { retryMails }')).retryMails);
export const useSaveMailSettings = () => useMailMutation(async (input: MailSettingsInput) => (await metadataRequest<{ saveMailSettings: MailSettings }>(`mutation ($input: MailSettingsInput!) { saveMailSettings(input: $input) { ${SETTINGS} } }`, { input })).saveMailSettings);
export const useTestMailServer = () => useMailMutation(async (input: MailSettingsInput) => (await metadataRequest<{ testMailServer: ServerTest }>('mutation ($input: MailSettingsInput!) { testMailServer(input: $input) { ok message transcript milliseconds } }', { input })).testMailServer);
export const useSendTestMail = () => useMailMutation(async (to: string) => (await metadataRequest<{ sendTestMail: Pick<Mail, 'status' | 'toAddress' | 'failure'> }>('mutation ($to: String) { sendTestMail(to: $to) { status toAddress failure } }', { to: to === '' ? null : to })).sendTestMail);
