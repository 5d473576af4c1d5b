import { parseDocuments, type Model } from '@guanxi/metadata';
import type { Access, Reach } from '../access/access.js';
import { resolveAccess } from '../access/resolve-access.js';
import { BOB } from './shop.js';

let serial = 0;

function nextId(): string {
  serial += 1;
  return `50000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

const named = (kind: string, name: string, more: object = {}) => ({ kind, name, title: name, ...more, guanxi: { id: nextId() } });
const text = (title: string) => ({ title, type: 'string', maxLength: 80, guanxi: { id: nextId(), type: 'text' } });
const lookup = (title: string, target: string) => ({ title, type: 'string', format: 'uuid', guanxi: { id: nextId(), type: 'lookup', target } });

function object(name: string, properties: object, sharing: object) {
  return { kind: 'object', name, title: name, type: 'object', properties, guanxi: { id: nextId(), nameField: 'name', sharing } };
}

const shared = { read: 'shared', create: true, edit: 'shared', delete: 'shared' };

/** Accounts are private and under one rule of each sort; visits go with their accounts. */
export const sharedShop: Model = read([
  object('Account', { name: text('Name'), region: text('Region'), since: { title: 'Since', type: 'string', format: 'date', guanxi: { id: '50000000-0000-4000-8000-0000000000ff', type: 'date', indexed: true } } }, { default: 'private' }),
  object('Visit', { name: text('Name'), account: lookup('Account', 'Account') }, { default: 'parent', parent: 'account' }),
  named('role', 'head'),
  named('role', 'seller', { parent: 'head' }),
  named('team', 'blue'),
  named('queue', 'desk', { members: [], choose: 'take', territory: [{ object: 'Account', when: 'region = "north"' }] }),
  named('sharing-rule', 'byOwner', { object: 'Account', which: { ownedBy: [{ below: 'seller' }] }, to: [{ team: 'blue' }], access: 'read' }),
  named('sharing-rule', 'byFormula', { object: 'Account', which: { when: 'region = $User.name' }, to: [{ everyone: true }], access: 'edit' }),
  named('sharing-rule', 'byTerritory', { object: 'Account', which: { territory: 'desk' }, to: [{ queue: 'desk' }], access: 'read' }),
  named('permissions', 'sellers', { objects: { Account: shared, Visit: shared } }),
]);

const seller = resolveAccess(sharedShop, ['sellers'], { userId: BOB, admin: false });
export const wideAccess: Access = seller;
/** The same person with so many people below them. */
export const accessOf = (reach: Reach): Access => ({ ...seller, reach, key: `${seller.key} ${reach}` });

function read(documents: readonly unknown[]): Model {
  const parsed = parseDocuments(documents);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}
