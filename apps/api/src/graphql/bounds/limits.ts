/** How much one operation may be, looked at before any SQL is made. Each refusal tells its limit. */
export const limits = {
  /** Characters of a document. */
  documentLength: 100_000,
  /** Names, brackets, values. */
  tokens: 10_000,
  /** Brackets within brackets, in a document. */
  nesting: 60,
  /** Fields selected, those of a fragment once for each time that it is spread. */
  fields: 5_000,
  /** Fields of Query or Mutation. */
  roots: 200,
  /** `__schema` and `__type` among them. */
  schemaRoots: 5,
  fragments: 200,
  /** Objects and lists within each other, in variables. */
  valueDepth: 32,
  /** Members of one list in variables: records to write, values to compare with. */
  listLength: 10_000,
  /** Comparisons and their groups in all filters of a query. */
  conditions: 1_000,
  /** Characters of a formula that a filter asks; each of its names, functions and operators counts as a condition. */
  formulaLength: 4_000,
  /** Characters of a text that is searched for or compared with. */
  comparedText: 100_000,
} as const;
