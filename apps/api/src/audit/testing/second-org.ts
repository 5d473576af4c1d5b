import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../access/actors.js';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import { OrgDatabase } from '../../database/org-database.js';
import { Users } from '../../identity/users.js';
import { Drafts } from '../../metadata/draft/drafts.js';
import { Publisher } from '../../metadata/publish/publisher.js';
import { makeOrg } from '../../orgs/make-org.js';
import type { Org } from '../../orgs/org.js';
import { readSolution } from '../../apps/read-solution.js';

/** Another org on the same installation, with the same documents as the first one, and its admin. */
export async function makeSecondOrg(app: INestApplicationContext, account: { readonly email: string; readonly password: string }): Promise<Org> {
  const org = await makeOrg(app.get(OrgDatabase), { name: 'The other org', timeZone: 'UTC', currency: 'USD', locale: 'en' });
  const { problems } = await app.get(Drafts).edit(org, { userId: SYSTEM_USER_ID }, { documents: await readSolution('winback'), remove: [] });
  const outcome = await app.get(Publisher).publish(org, { baseRevision: 0, consents: [], locale: 'en' });
  if (problems.length > 0 || outcome.kind !== 'published') throw new Error(`The second org was not made: ${JSON.stringify(problems)}`);
  await app.get(Users).create(org, { name: 'Other', ...account, permissionSets: [ADMIN_PERMISSION] });
  return org;
}
