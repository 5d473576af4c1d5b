import { setTimeout as wait } from 'node:timers/promises';
import { makeChance } from './chance.mjs';

const ANSWER_MS = 30_000;
const PAUSE_MS = 250;
const kinds = { parcel: 30, item: 15, hot: 28, cold: 10, weight: 5, refused: 7, together: 5 };

const mutations = {
  createParcel: 'mutation ($data: ParcelCreate!) { createParcel(data: $data) { id } }',
  createItem: 'mutation ($data: ItemCreate!) { createItem(data: $data) { id } }',
  updateParcel: 'mutation ($id: ID!, $data: ParcelUpdate!) { updateParcel(id: $id, data: $data) { id } }',
  // The second is refused, and takes the first with it.
  together: 'mutation ($id: ID!, $data: ParcelUpdate!, $bad: ParcelCreate!) { updateParcel(id: $id, data: $data) { id } createParcel(data: $bad) { id } }',
};

/**
 * Clients that save at the same time until the saves are made. Each save has a stamp of its own, and the ledger says of each
 * what the client knows: it was done, it was refused, or no answer came.
 */
export function startClients({ url, key, saves, clients, seed }) {
  const ledger = [];
  let begun = 0;
  const take = () => (begun < saves ? (begun += 1) : undefined);
  const ended = Promise.all(Array.from({ length: clients }, (_, index) => runClient({ url, key, take, ledger, chance: makeChance(seed * 1_000 + index) })));
  return { ledger, ended, begun: () => begun };
}

async function runClient({ url, key, take, ledger, chance }) {
  const parcels = [];
  for (let serial = take(); serial !== undefined; serial = take()) {
    const stamp = `s${serial}`;
    const kind = parcels.length === 0 ? 'parcel' : chance.pick(kinds);
    const parcel = parcels[chance.below(parcels.length)];
    const save = makeSave(kind, { stamp, parcel, chance });
    const { outcome, id, said } = await send({ url, key, save });
    ledger.push({ stamp, kind, outcome, said });
    // Else all saves would be spent while the database is away.
    if (outcome === 'unknown') await wait(PAUSE_MS);
    if (kind === 'parcel' && outcome === 'done') parcels.push({ id, state: 'cold' });
    // Without an answer it may be either; a save that changes nothing is no harm.
    if (parcel && outcome !== 'refused' && save.state) parcel.state = save.state;
  }
}

function makeSave(kind, { stamp, parcel, chance }) {
  const soon = (most, from = 0) => new Date(Date.now() + from + chance.below(most)).toISOString();
  const update = (data) => ({ query: mutations.updateParcel, variables: { id: parcel.id, data: { stamp, ...data } } });
  const fresh = { stamp, state: 'cold', weight: 1 + chance.below(100) };
  const toggled = parcel?.state === 'hot' ? 'cold' : 'hot';
  switch (kind) {
    // A fifth of them crosses a line of time within seconds.
    case 'parcel': return { query: mutations.createParcel, variables: { data: { ...fresh, ...(chance.below(5) === 0 && { promisedAt: soon(4_000, -58_000) }) } } };
    case 'item': return { query: mutations.createItem, variables: { data: { stamp, parcelId: parcel.id } } };
    case 'hot': return { ...update({ state: toggled, wakeAt: soon(3_000) }), state: toggled };
    case 'cold': return { ...update({ state: 'cold' }), state: 'cold' };
    case 'weight': return update({ weight: 1 + chance.below(100) });
    case 'refused': return update({ state: toggled, weight: -1 });
    default: return { query: mutations.together, variables: { id: parcel.id, data: { stamp, state: toggled, wakeAt: soon(3_000) }, bad: { ...fresh, weight: -1 } } };
  }
}

/** Sends a save until somebody is there to take it, and once only from then on. */
async function send({ url, key, save: { query, variables } }) {
  for (;;) {
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      return readAnswer(await response.text());
    } catch (error) {
      if (error.cause?.code !== 'ECONNREFUSED') return { outcome: 'unknown', said: String(error.cause?.code ?? error.message) };
      await wait(50);
    }
  }
}

function readAnswer(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return { outcome: 'unknown', said: text.slice(0, 200) };
  }
  const code = answer.errors?.[0]?.extensions?.code;
  if (code === 'VALIDATION_FAILED') return { outcome: 'refused' };
  if (answer.errors) return { outcome: 'unknown', said: code };
  return { outcome: 'done', id: Object.values(answer.data)[0].id };
}
