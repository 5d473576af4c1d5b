import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface WebhookSubject { readonly object: string; readonly where: Readonly<Record<string, unknown>> | null; readonly fields: readonly string[] | null }

export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly subjects: readonly WebhookSubject[];
  readonly kinds: readonly WebhookKind[];
  readonly headerNames: readonly string[];
  readonly active: boolean;
  readonly pausedBecause: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly previousSecretUntil: string | null;
  readonly lastDeliveryAt: string | null;
  readonly delivered: number;
  readonly failed: number;
}

export interface Delivery {
  readonly id: string;
  readonly messageId: string;
  readonly type: string;
  readonly recordId: string | null;
  readonly status: 'delivered' | 'retrying' | 'failed' | 'note';
  readonly attempts: number;
  readonly body: string;
  readonly responseStatus: number | null;
  readonly responseBody: string | null;
  readonly error: string | null;
  readonly milliseconds: number;
  readonly at: string;
}

export const webhookKinds = ['created', 'updated', 'deleted', 'restored'] as const;
export type WebhookKind = (typeof webhookKinds)[number];

export interface WebhookInput {
  readonly name: string;
  readonly url: string;
  readonly subjects: readonly WebhookSubject[];
  readonly kinds: readonly WebhookKind[];
  readonly headers?: Readonly<Record<string, string>>;
}

const WEBHOOK = 'id name url subjects { object where fields } kinds headerNames active pausedBecause attempts nextAttemptAt previousSecretUntil lastDeliveryAt delivered failed';
const DELIVERY = 'id messageId type recordId status attempts body responseStatus responseBody error milliseconds at';

export const webhooksOptions = queryOptions({
  queryKey: ['setup', 'webhooks'],
  queryFn: async ({ signal }) => (await metadataRequest<{ webhooks: Webhook[] }>(`query { webhooks { ${WEBHOOK} } }`, {}, signal)).webhooks,
  refetchInterval: 15_000,
});

export const deliveriesOptions = (webhookId: string, failedOnly: boolean) => queryOptions({
  queryKey: ['setup', 'webhook-deliveries', webhookId, failedOnly],
  queryFn: async ({ signal }) =>
    (await metadataRequest<{ webhookDeliveries: Delivery[] }>(`query ($id: ID!, $failedOnly: Boolean!) { webhookDeliveries(webhookId: $id, first: 100, failedOnly: $failedOnly) { ${DELIVERY} } }`, { id: webhookId, failedOnly }, signal)).webhookDeliveries,
  refetchInterval: 5_000,
});

function useWebhookMutation<Input extends object, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: webhooksOptions.queryKey }), client.invalidateQueries({ queryKey: ['setup', 'webhook-deliveries'] })]),
  });
}

/** Makes or changes a webhook; answers the secret of a new one, which is told this one time. */
export function useSaveWebhook() {
  return useWebhookMutation(async ({ id, input }: { readonly id?: string; readonly input: WebhookInput }): Promise<string | null> => {
    if (id === undefined) return (await metadataRequest<{ createWebhook: { secret: string } }>('mutation ($input: WebhookInput!) { createWebhook(input: $input) { secret } }', { input })).createWebhook.secret;
    await metadataRequest('mutation ($id: ID!, $input: WebhookInput!) { updateWebhook(id: $id, input: $input) { id } }', { id, input });
    return null;
  });
}

export function useSetWebhookActive() {
  return useWebhookMutation((input: { readonly id: string; readonly active: boolean }) => metadataRequest('mutation ($id: ID!, $active: Boolean!) { setWebhookActive(id: $id, active: $active) { id } }', input));
}

export function useRotateSecret() {
  return useWebhookMutation(async (input: { readonly id: string }) => (await metadataRequest<{ rotateWebhookSecret: { secret: string } }>('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }', input)).rotateWebhookSecret.secret);
}

export function useDeleteWebhook() {
  return useWebhookMutation((input: { readonly id: string }) => metadataRequest('mutation ($id: ID!) { deleteWebhook(id: $id) }', input));
}

export function useSendTest() {
  return useWebhookMutation(async (input: { readonly id: string }) => (await metadataRequest<{ sendTestWebhook: Delivery }>(`mutation ($id: ID!) { sendTestWebhook(id: $id) { ${DELIVERY} } }`, input)).sendTestWebhook);
}

export function useReplayDelivery() {
  return useWebhookMutation(async (input: { readonly id: string }) => (await metadataRequest<{ replayWebhookDelivery: Delivery }>(`mutation ($id: ID!) { replayWebhookDelivery(id: $id) { ${DELIVERY} } }`, input)).replayWebhookDelivery);
}

export function useReplayWebhook() {
  return useWebhookMutation((input: { readonly id: string; readonly since: string }) => metadataRequest('mutation ($id: ID!, $since: DateTime!) { replayWebhook(id: $id, since: $since) { id } }', input));
}
