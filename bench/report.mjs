const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Prints one case as soon as it is measured; ratios are taken round by round, then their median. */
export function printRow({ name, aim }, { limit, product }) {
  const ratios = product.map(({ perSecond }, round) => perSecond / limit[round].perSecond);
  const row = {
    name,
    aim,
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    limit: summary(limit),
    product: summary(product),
  };
  console.log(
    `${name}: ${row.ratio.toFixed(2)} of the limit (${row.spread.map((ratio) => ratio.toFixed(2)).join('–')}), aim ${aim}` +
      `\n  limit    ${line(row.limit)}\n  product  ${line(row.product)}`,
  );
  return row;
}

export function printTable(rows) {
  console.log('\n| case | limit req/s | product req/s | ratio | aim | p50 limit / product | p99 limit / product |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const { name, limit, product, ratio, aim } of rows)
    console.log(
      `| ${name} | ${Math.round(limit.perSecond)} | ${Math.round(product.perSecond)} | ${ratio.toFixed(2)} | ${aim} | ${limit.p50} / ${product.p50} ms | ${limit.p99} / ${product.p99} ms |`,
    );
}

const summary = (rounds) => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});

const line = ({ perSecond, p50, p99 }) => `${String(Math.round(perSecond)).padStart(6)} requests/s   p50 ${p50} ms   p99 ${p99} ms`;
