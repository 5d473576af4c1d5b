import type { Sentence } from '@guanxi/field-types';
import type { SaidProblem } from '../../metadata-api/api-failure.js';
import { federationFaults } from '../federation-wording.js';
import { isNetwork, isWithin } from '../networks.js';
import type { SignInPolicy } from '../sign-in-policies.js';

interface Circumstances {
  /** Whoever changes it comes from there. */
  readonly address: string;
  readonly hasProvider: boolean;
  /** Ids of active admins. */
  readonly admins: readonly string[];
}

const LIMITS = { sessionHours: [1, 8_760], idleMinutes: [5, 525_600], shortestPassword: [8, 64], apiKeyDays: [1, 3_650] } as const;
const MOST_NETWORKS = 200;

/** What is wrong with a policy, all of it. */
export function findPolicyProblems(policy: SignInPolicy, { address, hasProvider, admins }: Circumstances): readonly SaidProblem[] {
  const networks = policy.addresses.flatMap((network, index) => (isNetwork(network) ? [] : [fault(`/addresses/${index}`, 'network', { ...federationFaults.network, words: { network: network.slice(0, 100) } })]));
  return [
    ...Object.entries(LIMITS).flatMap(([name, [least, most]]) => {
      const value = policy[name as keyof typeof LIMITS];
      const isRight = value === null || (Number.isInteger(value) && value >= least && value <= most);
      return isRight ? [] : [fault(`/${name}`, 'range', { ...federationFaults.range, words: { least: String(least), most: String(most) } })];
    }),
    ...networks,
    ...(policy.addresses.length > MOST_NETWORKS ? [fault('/addresses', 'range', { ...federationFaults.range, words: { least: '0', most: String(MOST_NETWORKS) } })] : []),
    ...(networks.length === 0 && !isWithin(address, policy.addresses) ? [fault('/addresses', 'ownAddress', { ...federationFaults.ownAddress, words: { address } })] : []),
    ...(!policy.passwordAllowed && !hasProvider ? [fault('/passwordAllowed', 'noProvider', federationFaults.noProvider)] : []),
    ...(!policy.passwordAllowed && !admins.includes(policy.emergencyUserId ?? '') ? [fault('/emergencyUserId', 'emergency', federationFaults.emergency)] : []),
  ];
}

function fault(path: string, code: string, said: Sentence): SaidProblem {
  return { path, code, said };
}
