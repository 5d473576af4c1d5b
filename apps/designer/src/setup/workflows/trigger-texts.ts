import type { WorkflowTrigger } from '@guanxi/metadata';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { metadataRequest } from '../../api/index.js';
import { automationKey } from './automation-queries.js';

interface Triggered { readonly object: string; readonly trigger: WorkflowTrigger }

/** "30 days after the latest Ordered on among the Orders of each Customer": said by the server, which says it everywhere else too. */
const triggerTextsOptions = (workflows: readonly Triggered[], language: string) => {
  const asked = workflows.map(({ object, trigger }) => ({ object, trigger }));
  return queryOptions({
    queryKey: [...automationKey, 'trigger-texts', language, asked],
    queryFn: async ({ signal }) => (await metadataRequest<{ triggerTexts: string[] }>('query ($workflows: [JSON!]!) { triggerTexts(workflows: $workflows) }', { workflows: asked }, signal)).triggerTexts,
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
};

/** In the order of the workflows; while they are not known, what kinds of triggers these are. */
export function useTriggerTexts(workflows: readonly Triggered[]): readonly string[] {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(triggerTextsOptions(workflows, i18n.language));
  return workflows.map(({ trigger }, index) => data?.[index] || t(`automation.trigger.kinds.${Object.keys(trigger)[0] ?? ''}`));
}

export function useTriggerText(workflow: Triggered): string {
  return useTriggerTexts([workflow])[0] ?? '';
}
