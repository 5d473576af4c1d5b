import { useMutation } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import type { RuleKeyword } from './rule-draft.js';

export interface RuleTest {
  /** How many of the latest records were looked at, and how many of them the rule would refuse. */
  readonly checked: number;
  readonly failing: number;
  readonly examples: readonly { readonly id: string; readonly name: string | null }[];
}

/** Asks a rule, saved or not, about the latest records. Nothing is written. */
export function useTestRule(object: string) {
  return useMutation({
    mutationFn: async (rule: RuleKeyword) =>
      (await metadataRequest<{ testRule: RuleTest }>('query ($object: String!, $rule: JSON!) { testRule(object: $object, rule: $rule) { checked failing examples { id name } } }', { object, rule })).testRule,
  });
}
