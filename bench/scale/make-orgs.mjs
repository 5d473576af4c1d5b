// Makes orgs of the same few documents beside the first one and prints an API key for each, one per line.
import 'reflect-metadata';
import { ApiKeys } from '../../apps/api/dist/identity/keys/api-keys.js';
import { Users } from '../../apps/api/dist/identity/users.js';
import { readSettings } from '../../apps/api/dist/config/settings.js';
import { OrgDatabase } from '../../apps/api/dist/database/org-database.js';
import { Drafts } from '../../apps/api/dist/metadata/draft/drafts.js';
import { Publisher } from '../../apps/api/dist/metadata/publish/publisher.js';
import { makeOrg } from '../../apps/api/dist/orgs/make-org.js';
import { makeContext } from '../../apps/api/dist/startup/make-context.js';
import { makeDocuments } from './documents.mjs';

const [count, objects, fields] = process.argv.slice(2).map(Number);
const settings = readSettings(process.env);
const app = await makeContext(settings.value, 'quiet');
const documents = makeDocuments(objects, fields);
for (let number = 0; number < count; number += 1) {
  const org = await makeOrg(app.get(OrgDatabase), { name: `Org ${number}`, timeZone: 'Asia/Taipei', currency: 'TWD', locale: 'zh-TW' });
  const admin = await app.get(Users).create(org, { name: 'Admin', email: `admin${number}@example.com`, password: 'a password for measuring', permissionSets: ['admin'] });
  await app.get(Drafts).edit(org, admin.id, { documents, remove: [] });
  const outcome = await app.get(Publisher).publish(org, { baseRevision: 0, consents: [], userId: admin.id, locale: 'en' });
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome.problems));
  process.stdout.write(`${(await app.get(ApiKeys).create(org, admin.id, 'bench')).key}\n`);
}
await app.close();
