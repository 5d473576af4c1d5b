// The objects whose records come in and go out, and what is asked of the product about them.
import pg from 'pg';
import { depots } from './files.mjs';

const text = (title, guanxi = {}, more = {}) => ({ title, type: 'string', ...more, guanxi: { type: 'text', ...guanxi } });
const kind = (type, title, keywords, guanxi = {}) => ({ title, ...keywords, guanxi: { type, ...guanxi } });
export const depot = { kind: 'object', name: 'Depot', title: 'Depot', type: 'object', properties: { name: text('Name', { externalId: true, unique: true }) }, required: ['name'], guanxi: { nameField: 'name' } };
export const parcel = (name, inverse) => ({
  kind: 'object', name, title: name, type: 'object', required: ['name'], guanxi: { nameField: 'name' },
  properties: {
    code: text('Code', { externalId: true, unique: true }),
    name: text('Name'),
    email: kind('email', 'E-mail', { type: 'string', format: 'email' }),
    city: text('City', { indexed: true }),
    street: text('Street'),
    amount: kind('currency', 'Amount', { type: 'string', format: 'decimal' }, { precision: 18, scale: 2 }),
    pieces: kind('integer', 'Pieces', { type: 'integer' }),
    status: kind('picklist', 'Status', { type: 'string', enum: ['open', 'sent', 'lost'] }, { values: ['open', 'sent', 'lost'].map((value) => ({ value, label: value })) }),
    sentOn: kind('date', 'Sent on', { type: 'string', format: 'date' }),
    urgent: kind('boolean', 'Urgent', { type: 'boolean' }),
    depot: kind('lookup', 'Depot', { type: 'string', format: 'uuid' }, { target: 'Depot', inverse: { name: inverse } }),
    note: text('Note'),
  },
});

/** Of a parcel, in the order of the headings. */
export const columns = ['code', 'name', 'email', 'city', 'street', 'amount', 'pieces', 'status', 'sent_on', 'urgent', 'depot_id', 'note'];

/** Answers where records lie, whose they are, and the ids of the depots by their numbers. */
export async function fillDepots(database) {
  const { rows: [{ schema, user }] } = await database.query(`select schema, (select id from guanxi."user" limit 1) as user from guanxi.org limit 1`);
  const { rows: made } = await database.query(
    `insert into ${pg.escapeIdentifier(schema)}.depot (id, owner_id, created_at, created_by, updated_at, updated_by, version, name)
     select gen_random_uuid(), $1, now(), $1, now(), $1, 1, 'D-' || n from generate_series(1, $2::integer) n returning id, name`,
    [user, depots],
  );
  return { schema, user, ids: made.toSorted((left, right) => Number(left.name.slice(2)) - Number(right.name.slice(2))).map(({ id }) => id) };
}

export async function publish(product, documents) {
  const { saveDraft } = await askMetadata(product, 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
  if (saveDraft.problems.length > 0) throw new Error(JSON.stringify(saveDraft.problems));
  const { plan } = await askMetadata(product, '{ plan { baseRevision } }');
  const { publish: result } = await askMetadata(product, 'mutation ($revision: Int!) { publish(baseRevision: $revision) { revision problems { message } } }', { revision: plan.baseRevision });
  if (result.revision === null) throw new Error(JSON.stringify(result.problems));
}

export async function askMetadata(product, query, variables = {}) {
  const response = await fetch(`${product.url}/metadata`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${product.key}` }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 400));
  return data;
}
