// What is measured: each case says the same work up to three times, as an operation of ours, as a path of the bare server and
// as an operation of the usual build. `body` makes the JSON of one request.
const customerFields = 'id name customerNumber status email phone contactName city country address createdAt updatedAt version ownerId notes';
const usualFields = customerFields.replace('ownerId', 'owner { id }');

const graphql = (query, variables) => ({ body: (place) => ({ query, variables: variables?.(place) }) });
const pick = (list) => list[Math.floor(Math.random() * list.length)];
const city = (place) => ({ city: pick(place.cities) });
const id = (place) => ({ id: pick(place.customers) });
const READS = 0.85;
const WRITES = 0.6;
let serial = 0;

const newCustomers = (count) => Array.from({ length: count }, () => ({ name: `New customer ${(serial += 1)}`, city: 'Taipei' }));
const newCity = (place) => ({ id: pick(place.customers), city: `City ${(serial += 1) % 977}` });

export const cases = [
  {
    name: 'read by-id',
    aim: READS,
    limit: { path: '/by-id', body: id },
    product: graphql(`query ($id: ID!) { customer(id: $id) { ${customerFields} } }`, id),
    usual: graphql(`query ($id: ID!) { customer(id: $id) { ${usualFields} } }`, id),
  },
  {
    name: 'read list of 50, 15 fields, filter and sort',
    aim: READS,
    limit: { path: '/list', body: city },
    product: graphql(`query ($city: String!) { customers(where: { city: { eq: $city } }, orderBy: [{ name: ASC }], first: 50) { nodes { ${customerFields} } } }`, city),
    usual: graphql(`query ($city: String!) { customersOf(city: $city) { nodes { ${usualFields} } } }`, city),
  },
  {
    name: 'read list of 50 with count',
    aim: READS,
    limit: { path: '/list-with-count', body: city },
    product: graphql(`query ($city: String!) { customers(where: { city: { eq: $city } }, orderBy: [{ name: ASC }], first: 50) { totalCount nodes { ${customerFields} } } }`, city),
    usual: graphql(`query ($city: String!) { customersOf(city: $city) { totalCount nodes { ${usualFields} } } }`, city),
  },
  {
    name: 'read 50 with owner and last 5 orders each',
    aim: READS,
    limit: { path: '/nested', body: city },
    product: graphql(
      `query ($city: String!) { customers(where: { city: { eq: $city } }, orderBy: [{ name: ASC }], first: 50) { nodes {
        id name status owner { id name } orders(first: 5, orderBy: [{ orderedOn: DESC }]) { nodes { id number orderedOn quantity amount } } } } }`,
      city,
    ),
    usual: graphql(
      `query ($city: String!) { customersOf(city: $city) { nodes {
        id name status owner { id name } orders(first: 5) { id number orderedOn quantity amount } } } }`,
      city,
    ),
  },
  {
    name: 'read deep: 20 customers × 10 orders × 5 lines',
    aim: READS,
    limit: { path: '/deep', body: (place) => ({ city: pick(place.linedCities) }) },
    product: graphql(
      `query ($city: String!) { customers(where: { city: { eq: $city } }, orderBy: [{ name: ASC }], first: 20) { nodes { id name
        orders(first: 10, orderBy: [{ orderedOn: DESC }]) { nodes { id number orderedOn lines(first: 5) { nodes { id product quantity } } } } } } }`,
      (place) => ({ city: pick(place.linedCities) }),
    ),
    usual: graphql(
      `query ($city: String!) { customersOf(city: $city, first: 20) { nodes { id name
        orders(first: 10) { id number orderedOn lines(first: 5) { id product quantity } } } } }`,
      (place) => ({ city: pick(place.linedCities) }),
    ),
  },
  {
    name: 'read group by month, through a relation',
    aim: READS,
    limit: { path: '/group-by', body: city },
    product: graphql(
      `query ($city: String!) { orders(where: { customer: { city: { eq: $city } } }) {
        groupBy(by: [{ field: orderedOn, unit: month }]) { key { orderedOn } count sum { amount } } } }`,
      city,
    ),
    usual: graphql('query ($city: String!) { ordersByMonth(city: $city) { month count amount } }', city),
  },
  {
    name: 'read search, first 20',
    aim: READS,
    limit: { path: '/search', body: (place) => ({ text: pick(place.searches) }) },
    product: graphql('query ($text: String!) { customers(search: $text, first: 20, orderBy: [{ name: ASC }]) { nodes { id name city phone } } }', (place) => ({ text: pick(place.searches) })),
    usual: graphql('query ($text: String!) { customersOf(search: $text, first: 20) { nodes { id name city phone } } }', (place) => ({ text: pick(place.searches) })),
  },
  ...['first', 'deep'].map((which) => ({
    name: `read page of 50 of all customers, ${which} page`,
    aim: READS,
    limit: { path: which === 'deep' ? '/page-after' : '/page', body: (place) => (which === 'deep' ? pick(place.deepPages) : {}) },
    product: graphql(
      `query ($after: String) { customers(orderBy: [{ name: ASC }], first: 50, after: $after) { nodes { ${customerFields} } pageInfo { hasNextPage endCursor } } }`,
      (place) => (which === 'deep' ? { after: pick(place.deepPages).cursor } : {}),
    ),
    usual: graphql(`query ($name: String) { customersOf(afterName: $name) { nodes { ${usualFields} } } }`, (place) => (which === 'deep' ? { name: pick(place.deepPages).name } : {})),
  })),
  // The limit writes the record, its history and its event; `bare` the record alone.
  ...['', ' (bare limit: no history, no event)'].map((bare) => ({
    name: `create one record${bare}`,
    aim: bare ? undefined : WRITES,
    limit: { path: bare ? '/create-bare' : '/create', body: (place) => ({ customers: newCustomers(1), user: place.user }) },
    product: graphql('mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id name city version } }', () => ({ data: newCustomers(1)[0] })),
    ...(!bare && {
      usual: graphql('mutation ($data: NewCustomer!) { createCustomer(data: $data) { id name city version } }', (place) => ({ data: { ...newCustomers(1)[0], ownerId: place.user } })),
    }),
  })),
  {
    name: 'create 100 records at once',
    aim: WRITES,
    limit: { path: '/create', body: (place) => ({ customers: newCustomers(100), user: place.user }) },
    product: graphql('mutation ($data: [CustomerCreate!]!) { createCustomers(data: $data) { id name city version } }', () => ({ data: newCustomers(100) })),
    usual: graphql('mutation ($data: [NewCustomer!]!) { createCustomers(data: $data) { id name city version } }', (place) => ({
      data: newCustomers(100).map((one) => ({ ...one, ownerId: place.user })),
    })),
  },
  ...['', ' (bare limit: no history, no event)'].map((bare) => ({
    name: `update one record${bare}`,
    aim: bare ? undefined : WRITES,
    limit: { path: bare ? '/update-bare' : '/update', body: (place) => ({ ...newCity(place), user: place.user }) },
    product: graphql('mutation ($id: ID!, $data: CustomerUpdate!) { updateCustomer(id: $id, data: $data) { id city version } }', (place) => {
      const { id: customer, city: to } = newCity(place);
      return { id: customer, data: { city: to } };
    }),
    ...(!bare && { usual: graphql('mutation ($id: ID!, $city: String!) { updateCustomer(id: $id, city: $city) { id city version } }', newCity) }),
  })),
];
