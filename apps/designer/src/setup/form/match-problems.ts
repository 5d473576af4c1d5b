import type { Problem } from '../../api/index.js';

export interface MatchedProblems<Field extends string> {
  /** The sentences for each field of the form. */
  readonly byField: Readonly<Partial<Record<Field, string>>>;
  /** What belongs to no field of the form. */
  readonly rest: readonly Problem[];
}

/**
 * Gives each problem to the field whose pointer it begins with; the longest pointer wins. Pointers begin with the
 * document, as those of the problems do: `/object:Order/properties/amount/default`.
 */
export function matchProblems<Field extends string>(problems: readonly Problem[], pointers: Readonly<Record<Field, readonly string[]>>): MatchedProblems<Field> {
  const byField: Partial<Record<Field, string>> = {};
  const rest: Problem[] = [];
  const routes = (Object.entries(pointers) as [Field, readonly string[]][])
    .flatMap(([field, prefixes]) => prefixes.map((prefix) => ({ field, prefix })))
    .sort((left, right) => right.prefix.length - left.prefix.length);
  for (const problem of problems) {
    const route = routes.find(({ prefix }) => problem.path === prefix || problem.path.startsWith(`${prefix}/`));
    if (!route) {
      rest.push(problem);
      continue;
    }
    const words = sayProblem(problem);
    const before = byField[route.field];
    byField[route.field] = before === undefined ? words : `${before} ${words}`;
  }
  return { byField, rest };
}

export function sayProblem({ message, hint }: Problem): string {
  return hint ? `${message} ${hint}` : message;
}
