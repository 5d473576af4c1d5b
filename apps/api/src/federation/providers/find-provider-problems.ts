import type { Sentence } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import type { GroupMapping } from '../../database/entities/identity-provider-row.js';
import type { SaidProblem } from '../../metadata-api/api-failure.js';
import { mayBeSentTo } from '../../webhooks/send-message.js';
import { federationFaults } from '../federation-wording.js';

export interface ProviderFields {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: string;
  readonly domains: readonly string[];
  readonly defaultPermissionSets: readonly string[];
  readonly groupClaim: string | null;
  readonly mappings: readonly GroupMapping[];
  readonly needsGroup: boolean;
}

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** What is wrong with a provider, all of it. */
export function findProviderProblems(provider: ProviderFields, model: Model, allowedHosts: ReadonlySet<string>): readonly SaidProblem[] {
  const { name, issuer, clientId, scopes, domains, groupClaim, mappings, needsGroup } = provider;
  return [
    ...(name === '' || name.length > 80 ? [fault('/name', 'name', federationFaults.name)] : []),
    ...(isIssuer(issuer, allowedHosts) ? [] : [fault('/issuer', 'issuer', federationFaults.issuer)]),
    ...(clientId === '' ? [fault('/clientId', 'clientId', federationFaults.clientId)] : []),
    ...(scopes.split(/\s+/).includes('openid') && /^[\x21-\x7e ]{1,500}$/.test(scopes) ? [] : [fault('/scopes', 'scopes', federationFaults.scopes)]),
    ...(domains.length === 0 ? [fault('/domains', 'domains', federationFaults.domains)] : []),
    ...domains.flatMap((domain, index) => (DOMAIN.test(domain) ? [] : [fault(`/domains/${index}`, 'domain', { ...federationFaults.domain, words: { domain: domain.slice(0, 100) } })])),
    ...((needsGroup || mappings.length > 0) && groupClaim === null ? [fault('/groupClaim', 'groupClaim', federationFaults.groupClaim)] : []),
    ...findSetProblems(provider.defaultPermissionSets, '/defaultPermissionSets', model),
    ...findMappingProblems(mappings, model),
  ];
}

/** Also of the mappings of a directory. */
export function findMappingProblems(mappings: readonly GroupMapping[], model: Model): readonly SaidProblem[] {
  const [roles, teams] = [new Set(model.roles.map(({ name }) => name)), new Set(model.teams.map(({ name }) => name))];
  return mappings.flatMap((mapping, index) => {
    const path = `/mappings/${index}`;
    const isTwice = mappings.findIndex(({ group }) => group === mapping.group) < index;
    return [
      ...(mapping.group === '' ? [fault(`${path}/group`, 'group', federationFaults.group)] : []),
      ...(mapping.group !== '' && isTwice ? [fault(`${path}/group`, 'twice', { ...federationFaults.groupTwice, words: { group: mapping.group } })] : []),
      ...findSetProblems(mapping.permissionSets, `${path}/permissionSets`, model),
      ...(mapping.role != null && !roles.has(mapping.role) ? [fault(`${path}/role`, 'unknown', { ...federationFaults.unknownRole, words: { name: mapping.role } })] : []),
      ...mapping.teams.flatMap((team, at) => (teams.has(team) ? [] : [fault(`${path}/teams/${at}`, 'unknown', { ...federationFaults.unknownTeam, words: { name: team } })])),
    ];
  });
}

export function findSetProblems(names: readonly string[], path: string, model: Model): readonly SaidProblem[] {
  const known = new Set([ADMIN_PERMISSION, ...model.permissions.map(({ name }) => name)]);
  return names.flatMap((name, index) => (known.has(name) ? [] : [fault(`${path}/${index}`, 'unknown', { ...federationFaults.unknownSet, words: { name } })]));
}

export function isIssuer(issuer: string, allowedHosts: ReadonlySet<string>): boolean {
  if (!URL.canParse(issuer) || issuer.length > 500) return false;
  const url = new URL(issuer);
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' && mayBeSentTo(url, allowedHosts);
}

function fault(path: string, code: string, said: Sentence): SaidProblem {
  return { path, code, said };
}
