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
const overdue = guanxi.all('Task', ['subject', 'dueOn', { customer: ['name', 'phone'] }], {
  where: { type: { eq: 'call' }, status: { eq: 'open' }, dueOn: { lt: today } },
  orderBy: [['dueOn', 'asc']],
});
for await (const { subject, dueOn, customer } of overdue) {
  process.stdout.write(`${dueOn ?? ''}  ${subject}  ${customer?.phone ?? ''}\n`);
}
