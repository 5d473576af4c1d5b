import type { AppDocument } from '@guanxi/metadata';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest, workspaceOptions, type Problem } from '../../api/index.js';
import type { Plan } from '../documents/document-types.js';
import { documentsKey, planFields } from '../documents/setup-queries.js';
import { mergeFields, type Choices, type MergeReview } from '../merge/merge-types.js';

export interface InstalledApp {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly publisher: string | null;
  readonly description: string | null;
  readonly installedAt: string | null;
  readonly document: AppDocument;
  readonly documents: number;
}

export interface ShippedApp {
  readonly document: AppDocument;
  readonly documents: number;
  readonly present: string | null;
}

export interface AppReview extends MergeReview {
  readonly event: 'install' | 'upgrade' | 'reinstall' | null;
  readonly title: string | null;
  readonly version: string | null;
  readonly present: string | null;
  readonly problems: readonly Problem[];
}

export interface PublishAnswer { readonly revision: number | null; readonly plan: Plan | null; readonly problems: readonly Problem[] }

export interface PackedApp { readonly bundle: { readonly app: AppDocument; readonly documents: readonly { readonly kind: string; readonly name: string }[] }; readonly added: readonly { readonly kind: string; readonly name: string }[]; readonly problems: readonly Problem[] }

export const appsOptions = queryOptions({
  queryKey: [...documentsKey, 'apps'],
  queryFn: async ({ signal }) => (await metadataRequest<{ apps: InstalledApp[] }>('query { apps { name title version publisher description installedAt document documents } }', {}, signal)).apps,
});

export const shippedAppsOptions = queryOptions({
  queryKey: [...documentsKey, 'shipped-apps'],
  queryFn: async ({ signal }) => (await metadataRequest<{ shippedApps: ShippedApp[] }>('query { shippedApps { document documents present } }', {}, signal)).shippedApps,
});

/** The whole file of an app that comes with the product. */
export async function fetchShippedApp(name: string): Promise<unknown> {
  return (await metadataRequest<{ shippedApp: unknown }>('query ($name: String!) { shippedApp(name: $name) }', { name })).shippedApp;
}

export const appReviewOptions = (bundle: unknown, choices: Choices) => queryOptions({
  queryKey: [...documentsKey, 'app-review', bundle, choices],
  queryFn: async ({ signal }) =>
    (await metadataRequest<{ appReview: AppReview }>(
      `query ($bundle: JSON!, $choices: JSON) { appReview(bundle: $bundle, choices: $choices) { event title version present ${mergeFields} plan { ${planFields} } problems { path code message hint } } }`,
      { bundle, choices }, signal,
    )).appReview,
  placeholderData: keepPreviousData,
});

export const removalPlanOptions = (name: string, keepRecords: boolean) => queryOptions({
  queryKey: [...documentsKey, 'app-removal', name, keepRecords],
  queryFn: async ({ signal }) =>
    (await metadataRequest<{ appRemovalPlan: Plan }>(`query ($name: String!, $keepRecords: Boolean!) { appRemovalPlan(name: $name, keepRecords: $keepRecords) { ${planFields} } }`, { name, keepRecords }, signal)).appRemovalPlan,
  placeholderData: keepPreviousData,
});

export const packedAppOptions = (name: string) => queryOptions({
  queryKey: [...documentsKey, 'packed-app', name],
  queryFn: async ({ signal }) => (await metadataRequest<{ exportApp: PackedApp }>('query ($name: String!) { exportApp(name: $name) { bundle added problems { path code message hint } } }', { name }, signal)).exportApp,
});

const publishFields = `revision plan { ${planFields} } problems { path code message hint }`;

export function useInstallApp() {
  return usePublishing(async (input: { readonly bundle: unknown; readonly choices: Choices; readonly consents: readonly string[] }) =>
    (await metadataRequest<{ installApp: PublishAnswer }>(`mutation ($bundle: JSON!, $choices: JSON, $consents: [String!]!) { installApp(bundle: $bundle, choices: $choices, consents: $consents) { ${publishFields} } }`, input)).installApp);
}

export function useRemoveApp() {
  return usePublishing(async (input: { readonly name: string; readonly keepRecords: boolean; readonly consents: readonly string[] }) =>
    (await metadataRequest<{ removeApp: PublishAnswer }>(`mutation ($name: String!, $keepRecords: Boolean!, $consents: [String!]!) { removeApp(name: $name, keepRecords: $keepRecords, consents: $consents) { ${publishFields} } }`, input)).removeApp);
}

/** After it the navigation, lists and forms of the whole page are asked for anew. */
export function usePublishing<Input>(publish: (input: Input) => Promise<PublishAnswer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: publish,
    onSuccess: async ({ revision }) => {
      if (revision === null) return;
      await Promise.all([client.invalidateQueries({ queryKey: documentsKey }), client.invalidateQueries({ queryKey: ['setup'] }), client.invalidateQueries({ queryKey: workspaceOptions.queryKey })]);
    },
  });
}
