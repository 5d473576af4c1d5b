// What is measured: each case says the same work twice, as an operation of ours and as a path of the bare server.
const customerFields =
  'id name customerNumber status email phone contactName city country address createdAt updatedAt version ownerId notes';

const graphql = (query, variables) => ({ body: (place) => ({ query, variables: variables?.(place) }) });
const pick = (list) => list[Math.floor(Math.random() * list.length)];
let serial = 0;

export const cases = [
  {
    name: 'read by-id',
    aim: 0.6,
    limit: { path: '/by-id', body: (place) => ({ id: pick(place.customers) }) },
    product: graphql(`query ($id: ID!) { customer(id: $id) { ${customerFields} } }`, (place) => ({ id: pick(place.customers) })),
  },
  {
    name: 'read list of 50, 15 fields, filter and sort',
    aim: 0.6,
    limit: { path: '/list', body: (place) => ({ city: pick(place.cities) }) },
    product: graphql(
      `query ($city: String!) { customers(where: { city: { eq: $city } }, orderBy: [{ name: ASC }], first: 50) { nodes { ${customerFields} } } }`,
      (place) => ({ city: pick(place.cities) }),
    ),
  },
  {
    name: 'read 50 with owner and last 5 orders each',
    aim: 0.6,
    limit: { path: '/nested', body: (place) => ({ city: pick(place.cities) }) },
    product: graphql(
      `query ($city: String!) { customers(where: { city: { eq: $city } }, orderBy: [{ name: ASC }], first: 50) { nodes {
        id name status owner { id name } orders(first: 5, orderBy: [{ orderedOn: DESC }]) { nodes { id number orderedOn quantity amount } } } } }`,
      (place) => ({ city: pick(place.cities) }),
    ),
  },
  {
    name: 'create one record',
    aim: 0.4,
    limit: { path: '/create', body: (place) => ({ name: `New customer ${(serial += 1)}`, city: 'Taipei', user: place.user }) },
    product: graphql('mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id name city version } }', () => ({
      data: { name: `New customer ${(serial += 1)}`, city: 'Taipei' },
    })),
  },
  {
    name: 'update one record',
    aim: 0.4,
    limit: { path: '/update', body: (place) => ({ id: pick(place.customers), city: `City ${(serial += 1) % 977}` }) },
    product: graphql(
      'mutation ($id: ID!, $data: CustomerUpdate!) { updateCustomer(id: $id, data: $data) { id city version } }',
      (place) => ({ id: pick(place.customers), data: { city: `City ${(serial += 1) % 977}` } }),
    ),
  },
];
