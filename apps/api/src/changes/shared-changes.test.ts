import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import { settlePrincipals } from '../access/principals.js';
import { OrgDatabase } from '../database/org-database.js';
import { SignedIn } from '../identity/signed-in.js';
import { Users } from '../identity/users.js';
import { startDealOffice, type DealOffice } from './testing/deal-office.js';

interface Told { readonly kind: string; readonly id: string }

const role = (name: string, parent?: string) => ({ kind: 'role', name, title: name, ...(parent !== undefined && { parent }) });
const shared = { read: 'shared', create: true, edit: 'shared', delete: 'shared' };

describe('what is shared', () => {
  let office: DealOffice;
  let cem: string;

  beforeAll(async () => {
    office = await startDealOffice('shared_changes');
    const closers = { kind: 'permissions', name: 'closers', title: 'Closers', objects: { Deal: shared }, guanxi: { id: '31000000-0000-4000-8000-000000000006' } };
    await publish(role('head'), role('seller', 'head'), { kind: 'team', name: 'blue', title: 'Blue' }, closers);
    cem = (await office.test.app.get(Users).create(office.test.org, { name: 'Cem', email: 'cem@example.com', password: 'a long word 4711 x', permissionSets: ['closers'], role: 'seller' })).id;
    await place('head');
  }, 120_000);
  afterAll(() => office.test.close());

  it('follows a change of a role with the next request', async () => {
    const deal = await office.createDeal({ name: 'Below', ownerId: cem });
    expect(await seen()).toContain(deal);
    await place(null);
    expect(await seen()).not.toContain(deal);
    await place('head');
    expect(await seen()).toContain(deal);
  });

  it('follows a rule with the next request, and no further than to reading', async () => {
    const deal = await office.createDeal({ name: 'Ruled', city: 'Hualien', ownerId: office.adminId });
    expect(await seen()).not.toContain(deal);
    await publish({ kind: 'sharing-rule', name: 'hualien', title: 'Hualien', object: 'Deal', which: { when: 'city = "Hualien"' }, to: [{ role: 'head' }], access: 'read' });
    expect(await seen()).toContain(deal);
    expect(await change(deal)).toEqual(['FORBIDDEN']);
    await office.updateDeal(deal, { city: 'Taitung' });
    expect(await seen()).not.toContain(deal);
  });

  it('is over when the time of a share is, whether or not its row is gone', async () => {
    const deal = await office.createDeal({ name: 'Shared', ownerId: office.adminId });
    await share(deal, new Date(Date.now() + 3_600_000));
    expect(await seen()).toContain(deal);
    expect(await change(deal)).toEqual([]);
    await share(deal, new Date(Date.now() - 1000));
    expect(await seen()).not.toContain(deal);
    expect(await change(deal)).toEqual(['NOT_FOUND']);
  });

  it('is told as left to whoever saw it for whose it was', async () => {
    const { changes: { endCursor } } = await ask<{ changes: { endCursor: string } }>('{ changes(first: 0) { endCursor } }');
    const deal = await office.createDeal({ name: 'Leaves', ownerId: cem });
    await office.createDeal({ name: 'Never theirs', ownerId: office.adminId });
    await office.updateDeal(deal, { ownerId: office.adminId });
    const { page } = await ask<{ page: { nodes: readonly Told[] } }>('query ($after: String) { page: changes(after: $after, objects: ["Deal"]) { nodes { kind id } } }', { after: endCursor });
    expect(page.nodes).toEqual([{ kind: 'LEFT', id: deal }]);
  });

  const ask = <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => office.ask<Data>(office.bob, query, variables, '/graphql');
  const seen = async () => (await ask<{ deals: { nodes: readonly { id: string }[] } }>('{ deals { nodes { id } } }')).deals.nodes.map(({ id }) => id);

  async function change(id: string): Promise<readonly string[]> {
    const { errors = [] } = await office.bob.ask('mutation ($id: ID!) { updateDeal(id: $id, data: { city: "Yilan" }) { id } }', { id }, '/graphql');
    return errors.map(({ extensions }) => extensions.code);
  }

  async function place(name: string | null): Promise<void> {
    await office.test.app.get(OrgDatabase).transaction(office.test.org, async (tx) => {
      await tx.run(sql`update guanxi."user" set role = ${name} where id = ${office.bobId}::uuid`);
      await settlePrincipals(tx);
    });
    office.test.app.get(SignedIn).forget();
  }

  async function share(recordId: string, until: Date): Promise<void> {
    const { org, app } = office.test;
    await app.get(OrgDatabase).session(org).run(sql`insert into ${orgTable(org.schema, 'share')} (id, object, record_id, principal, access, until, created_by, created_at)
      values (${makeId()}, '31000000-0000-4000-8000-000000000001', ${recordId}, ${`user:${office.bobId}`}, 'edit', ${until}, ${office.adminId}, now())
      on conflict (record_id, principal) do update set until = excluded.until`);
  }

  async function publish(...documents: object[]): Promise<void> {
    const { saveDraft } = await office.ask<{ saveDraft: { problems: unknown[] } }>(office.admin, 'mutation ($d: [JSON!]!) { saveDraft(documents: $d) { problems { path message } } }', { d: documents });
    expect(saveDraft.problems).toEqual([]);
    const { draft } = await office.ask<{ draft: { baseRevision: number } }>(office.admin, '{ draft { baseRevision } }');
    const { publish: done } = await office.ask<{ publish: { problems: unknown[] } }>(office.admin, 'mutation ($b: Int!) { publish(baseRevision: $b) { problems { path message } } }', { b: draft.baseRevision });
    expect(done.problems).toEqual([]);
  }
});
