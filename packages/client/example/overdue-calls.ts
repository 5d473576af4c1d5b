// Prints the open call tasks that are overdue, with their customers. Compiled with the product, so it cannot go stale:
//   npm run cli -- types --out packages/client/example/guanxi.generated.ts
//   npx tsc -b packages/client/example && GUANXI_KEY=… node packages/client/example/dist/overdue-calls.js
import { createClient } from '@guanxi/client';
import { objects, type Objects } from './guanxi.generated.js';

const guanxi = createClient<Objects>({
  url: process.env['GUANXI_URL'] ?? 'http://127.0.0.1:3000',
  key: process.env['GUANXI_KEY'] ?? '',
  objects,
});

const today = new Date().toISOString().slice(0, 10);
let after: string | undefined;
do {
  const page = await guanxi.list('Task', ['subject', 'dueOn', 'customerId'], {
    where: { type: { eq: 'call' }, status: { eq: 'open' }, dueOn: { lt: today } },
    orderBy: [['dueOn', 'asc']],
    first: 100,
    ...(after === undefined ? {} : { after }),
  });
  for (const { subject, dueOn, customerId } of page.records) {
    const customer = customerId ? await guanxi.find('Customer', customerId, ['name', 'phone']) : null;
    process.stdout.write(`${dueOn ?? ''}  ${subject}  ${customer?.phone ?? ''}\n`);
  }
  after = page.next ?? undefined;
} while (after !== undefined);
