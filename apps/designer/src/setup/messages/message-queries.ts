import type { MessageTemplateDocument } from '@guanxi/metadata';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import type { Mail } from './mail/mail-queries.js';

export interface MessagePreview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unresolved: readonly { readonly token: string; readonly message: string }[];
}

export const previewOptions = (template: MessageTemplateDocument, language: string, recordId: string | null) => queryOptions({
  queryKey: ['setup', 'message-preview', template, language, recordId], staleTime: 10_000, retry: false, placeholderData: keepPreviousData,
  queryFn: async ({ signal }) => (await metadataRequest<{ previewMessage: MessagePreview }>(
    'query ($template: JSON!, $language: String!, $recordId: ID) { previewMessage(template: $template, language: $language, recordId: $recordId) { subject text html unresolved { token message } } }', { template, language, recordId }, signal)).previewMessage,
});

/** Puts the text among one's own notifications. */
export function useSendTestNotification() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { readonly template: MessageTemplateDocument; readonly language: string; readonly recordId: string | null }) => (await metadataRequest<{ isShown: boolean }>(
      'mutation ($template: JSON!, $language: String!, $recordId: ID) { isShown: sendTestNotification(template: $template, language: $language, recordId: $recordId) }', input)).isShown,
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}

export function useSendTestMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { readonly template: MessageTemplateDocument; readonly language: string; readonly recordId: string | null }) => (await metadataRequest<{ sendTestMessage: Pick<Mail, 'status' | 'toAddress' | 'failure'> }>(
      'mutation ($template: JSON!, $language: String!, $recordId: ID) { sendTestMessage(template: $template, language: $language, recordId: $recordId) { status toAddress failure } }', input)).sendTestMessage,
    onSettled: () => client.invalidateQueries({ queryKey: ['setup', 'mails'] }),
  });
}
