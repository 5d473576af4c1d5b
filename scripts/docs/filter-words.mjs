import { code, codes, page, table } from './markdown.mjs';
import { loadPackage } from './packages.mjs';
import { describeSchema } from './schema-rows.mjs';

/** What each word asks. A word without a sentence makes the page fail. */
const meanings = {
  eq: 'is this value', ne: 'is not this value; blank counts as "is not"', in: 'is one of these', notIn: 'is none of these; blank counts',
  gt: 'is greater, or later', gte: 'is greater, or later, or equal', lt: 'is smaller, or earlier', lte: 'is smaller, or earlier, or equal',
  contains: 'contains this text', startsWith: 'begins with this text', endsWith: 'ends with this text',
  isBlank: 'has no value (`true`), or has one (`false`)', within: 'lies in a period around now, such as `{ last: { days: 30 } }` or `{ this: month }`',
  includes: 'holds at least one of these', includesAll: 'holds all of these', excludes: 'holds none of these; blank counts',
  onList: 'is on this list that people keep, as far as the person who asks sees the list',
  among: 'is the person who asks, a member of a team of theirs (`myTeams`) or somebody below them in the tree of roles (`belowMe`)',
};

const shapes = {
  value: () => 'a value of the field',
  list: (schema) => `a list of values, up to ${schema.maxItems}`,
  members: (schema) => `a list of what the field may hold, up to ${schema.maxItems}`,
  period: () => 'a period',
};

const value = { title: 'value' };

export async function describeFilterWords() {
  const { fieldTypes, operators } = await loadPackage('field-types');
  const kinds = Object.values(fieldTypes);
  const rows = Object.values(operators).map(({ name, operand, operandSchema }) => {
    if (!meanings[name]) throw new Error(`The filter word "${name}" has no meaning in scripts/docs/filter-words.mjs.`);
    const takes = (shapes[operand] ?? describeSchema)(operandSchema(value));
    return [code(name), meanings[name], takes, codes(kinds.filter((kind) => kind.operators.includes(name)).map((kind) => kind.name))];
  });
  return {
    'filter-words.md': page(
      'Filter words',
      "They stand in the API's `where`, in the `where` of views, and behind the page's filters: `{ amount: { gte: \"100\" } }`. Blank values match none but `isBlank`, `ne`, `notIn` and `excludes`. Several conditions hold together; `AND`, `OR` and `NOT` join filters; `FORMULA` takes a formula that answers true or false; a lookup takes the filter of its target (`customer: { city: { eq: \"Taipei\" } }`), a to-many list takes `some`, `none` or `every`, and a value of several pieces takes the words of each piece (`billingAddress: { city: { startsWith: \"Tai\" } }`).",
      table(['word', 'the field …', 'takes', 'kinds'], rows),
      'A period is one of `{ last: { days: 30 } }`, which ends with today, `{ next: { weeks: 2 } }`, which begins with it (also `months`, `quarters`, `years`), and the whole units `{ this: "day" }`, `{ previous: "month" }`, `{ following: "year" }` (also `week`, which begins on Monday, and `quarter`): today is `{ this: "day" }`, yesterday `{ previous: "day" }`. Days begin and end in the time zone of whoever asks.',
    ),
  };
}
