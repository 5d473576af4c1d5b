import { agency } from './agency-documents.js';

let serial = 0;
const id = () => `41000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`;
const named = (kind: string, name: string, more: object = {}) => ({ kind, name, title: name, ...more, guanxi: { id: id() } });

/** How the objects of the agency are shared; those that are not named are private. */
const SHARING: Readonly<Record<string, object>> = {
  Deal: { default: 'parent', parent: 'account' },
  Product: { default: 'private', throughRoles: false },
  Note: { default: 'read' },
  Region: { default: 'edit' },
};

const rules = [
  named('sharing-rule', 'juniorsToBlue', { object: 'Account', which: { ownedBy: [{ role: 'junior' }, { team: 'blue' }] }, to: [{ team: 'blue' }, { below: 'seller' }], access: 'read' }),
  // Conditions see what those whom they are for do not: the limit, and the region.
  named('sharing-rule', 'largeToDesk', { object: 'Account', which: { when: 'limit > 10 || region.tax > 4 || owner = $User.id' }, to: [{ queue: 'desk' }], access: 'edit' }),
  named('sharing-rule', 'asleep', { object: 'Account', which: { when: 'true' }, to: [{ everyone: true }], access: 'edit', active: false }),
  named('sharing-rule', 'priced', { object: 'Product', which: { territory: 'desk' }, to: [{ everyone: true }], access: 'read' }),
  named('sharing-rule', 'lately', { object: 'Contact', which: { when: 'since >= TODAY() - 60' }, to: [{ role: 'head' }, { below: 'seller' }], access: 'read' }),
];

const shared = { read: 'shared', create: true, edit: 'shared', delete: 'shared' };
const opened = { Account: { ...shared, fields: { limit: { read: false } } }, Deal: shared, DealLine: { read: 'all', create: true, edit: 'all', delete: 'all' }, Product: shared, Note: shared, Contact: { ...shared, read: 'all' }, Visit: shared };
const sharers = named('permissions', 'sharers', { objects: opened });
const wide = named('permissions', 'wide', { objects: Object.fromEntries(['Account', 'Deal', 'DealLine', 'Product', 'Note', 'Contact', 'Region', 'Visit'].map((name) => [name, { ...shared, read: 'all' }])) });
const careful = named('permissions', 'careful', { objects: { ...opened, Contact: shared, Region: shared } });

/** The agency, where people see what is shared with them. */
export const sharingAgency: readonly unknown[] = [
  ...agency.map((document) => {
    const { name, kind, guanxi } = document as { name: string; kind: string; guanxi: object };
    const sharing = kind === 'object' ? SHARING[name] : undefined;
    return sharing ? { ...(document as object), guanxi: { ...guanxi, sharing } } : document;
  }),
  named('role', 'head'), named('role', 'seller', { parent: 'head' }), named('role', 'junior', { parent: 'seller' }),
  named('team', 'blue'),
  named('queue', 'desk', { members: [], choose: 'take', territory: [{ object: 'Product', when: 'price > 1' }, { object: 'Account' }] }),
  ...rules, sharers, wide, careful,
];
