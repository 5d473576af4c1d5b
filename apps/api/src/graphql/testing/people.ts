import type { Org } from '../../orgs/org.js';

/** Ada is an admin, Bob has the permission set "sales". */
export const ADA = '00000000-0000-7000-8000-00000000ada0';
export const BOB = '00000000-0000-7000-8000-00000000b0b0';
export const NOW = '2026-03-01T08:00:00.000Z';

export const org: Org = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Shop',
  schema: 'org_0123456789ab',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  locale: 'en',
  clock: NOW,
};
