import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../access/actors.js';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import type { Settings } from '../config/settings.js';
import type { UserRow } from '../database/entities/user-row.js';
import { Apps } from '../apps/apps.js';
import { readSolutionBundle } from '../apps/read-solution.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiKeys } from '../identity/keys/api-keys.js';
import { SignedIn } from '../identity/signed-in.js';
import { makePassword } from '../identity/token.js';
import { Users } from '../identity/users.js';
import { Drafts } from '../metadata/draft/drafts.js';
import { Publisher } from '../metadata/publish/publisher.js';
import { RevisionStore } from '../metadata/revision-store.js';
import { makeOrg } from '../orgs/make-org.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { keepCliKey } from './cli-key.js';

const FIRST_SOLUTION = 'winback';

/**
 * Makes the first org, what it starts with, and its admin, and gives the lines that a person has to read: the address and
 * the password, once. What is there already stays as it is; what an interrupted setup left out is done now.
 */
export async function setUp(app: INestApplicationContext, settings: Settings): Promise<readonly string[]> {
  const [existing] = await app.get(Orgs).all();
  const org = existing ?? (await makeOrg(app.get(OrgDatabase), firstOrg(settings)));
  await publishSolution(app, org);
  const { admin, lines } = await makeAdmin(app, org, settings);
  await keepCliKey(settings.dataFolder, {
    isKnown: async (key) => (await app.get(SignedIn).byKey(key)) !== undefined,
    make: async () => (await app.get(ApiKeys).create(org, admin.id, 'Command line of this machine')).key,
  });
  return lines;
}

function firstOrg({ orgName, timeZone, currency, locale, country }: Settings): Omit<Org, 'id' | 'schema'> {
  return { name: orgName, timeZone, currency, locale, ...(country && { country }) };
}

async function publishSolution(app: INestApplicationContext, org: Org): Promise<void> {
  if ((await app.get(RevisionStore).publishedNumber(org.id)) > 0) return;
  const bundle = await readSolutionBundle(FIRST_SOLUTION);
  const { problems } = await app.get(Drafts).edit(org, { userId: SYSTEM_USER_ID }, { documents: [bundle.app, ...bundle.documents], remove: [] });
  const outcome = problems.length === 0 && (await app.get(Publisher).publish(org, { baseRevision: 0, consents: [], locale: org.locale }));
  if (outcome && outcome.kind === 'published') return app.get(Apps).note(org, bundle);
  const reasons = outcome && outcome.kind === 'refused' ? outcome.problems : problems;
  throw new Error(`The solution "${FIRST_SOLUTION}" cannot be published:\n${reasons.map(({ path, message }) => `  ${path} ${message}`).join('\n')}`);
}

async function makeAdmin(app: INestApplicationContext, org: Org, settings: Settings): Promise<{ admin: UserRow; lines: readonly string[] }> {
  const users = app.get(Users);
  const admin = (await users.list(org)).find(({ active, permissionSets }) => active && permissionSets.includes(ADMIN_PERMISSION));
  if (admin) return { admin, lines: [] };
  const password = settings.adminPassword ?? makePassword();
  const made = await users.create(org, { name: 'Admin', email: settings.adminEmail, password, permissionSets: [ADMIN_PERMISSION] });
  return {
    admin: made,
    lines: settings.adminPassword
      ? [`Sign in as ${made.email} with the password from GUANXI_ADMIN_PASSWORD.`]
      : [`Sign in as   ${made.email}`, `Password     ${password}`, 'This password is shown only now. Please keep it.'],
  };
}
