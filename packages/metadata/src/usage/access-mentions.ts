import type { Grantee, PermissionGroupDocument, RoleDocument, SharingRuleDocument } from '../document/documents.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';
import type { Spot } from './usage.js';

export function mentionInRole({ parent }: RoleDocument, mentions: Mentions): void {
  if (parent !== undefined) mentions.add(things.role(parent), ['parent'], 'access');
}

export function mentionInSharingRule({ object, which, to }: SharingRuleDocument, mentions: Mentions): void {
  mentions.add(things.object(object), ['object'], 'access');
  mentionGrantees(to, ['to'], mentions);
  if ('ownedBy' in which) mentionGrantees(which.ownedBy, ['which', 'ownedBy'], mentions);
  else if ('when' in which) mentions.text(which.when, object, ['which', 'when'], 'access');
  else mentions.add(things.queue(which.territory), ['which', 'territory'], 'access');
}

export function mentionInPermissionGroup({ sets, muted }: PermissionGroupDocument, mentions: Mentions): void {
  sets.forEach((name, index) => mentions.add(things.permissions(name), ['sets', index], 'access'));
  for (const [name, { fields }] of Object.entries(muted?.objects ?? {})) {
    mentions.add(things.object(name), ['muted', 'objects', name], 'access');
    const object = mentions.model.objectByName.get(name);
    for (const field of Object.keys(fields ?? {})) mentions.field(object, field, ['muted', 'objects', name, 'fields', field], 'access');
  }
}

function mentionGrantees(grantees: readonly Grantee[], at: Spot, mentions: Mentions): void {
  grantees.forEach((grantee, index) => {
    const spot = [...at, index];
    if ('role' in grantee) mentions.add(things.role(grantee.role), [...spot, 'role'], 'access');
    else if ('below' in grantee) mentions.add(things.role(grantee.below), [...spot, 'below'], 'access');
    else if ('team' in grantee) mentions.add(things.team(grantee.team), [...spot, 'team'], 'access');
    else if ('queue' in grantee) mentions.add(things.queue(grantee.queue), [...spot, 'queue'], 'access');
  });
}
