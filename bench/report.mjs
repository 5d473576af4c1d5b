const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Prints one case as soon as it is measured; ratios are taken round by round, then their median. */
export function printRow({ name, aim, connections }, { limit, product, usual }) {
  const ratios = product.map(({ perSecond }, round) => perSecond / limit[round].perSecond);
  const row = {
    name,
    aim,
    connections,
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    limit: summary(limit),
    product: summary(product),
    usual: usual.length > 0 ? summary(usual) : undefined,
  };
  console.log(
    `${name}, ${connections} at once: ${row.ratio.toFixed(2)} of the limit (${row.spread.map((ratio) => ratio.toFixed(2)).join('–')})${aim === undefined ? '' : `, aim ${aim}`}` +
      `\n  limit    ${line(row.limit)}\n  product  ${line(row.product)}${row.usual ? `\n  usual    ${line(row.usual)}` : ''}`,
  );
  return row;
}

export function printTable(rows) {
  console.log('\n| case | at once | limit req/s | product req/s | ratio | aim | p99 limit / product (ratio) | usual req/s (ratio) |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const { name, connections, limit, product, usual, ratio, aim } of rows) {
    const slower = product.p99 / Math.max(limit.p99, 1);
    const third = usual ? `${Math.round(usual.perSecond)} (${(usual.perSecond / limit.perSecond).toFixed(2)})` : '';
    console.log(
      `| ${name} | ${connections} | ${Math.round(limit.perSecond)} | ${Math.round(product.perSecond)} | ${ratio.toFixed(2)} | ${aim ?? ''} | ${limit.p99} / ${product.p99} ms (${slower.toFixed(1)}) | ${third} |`,
    );
  }
}

const summary = (rounds) => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});

const line = ({ perSecond, p50, p99 }) => `${String(Math.round(perSecond)).padStart(6)} requests/s   p50 ${p50} ms   p99 ${p99} ms`;
