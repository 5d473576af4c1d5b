/** What the page is asked, as its address has it. */
export interface ExplainSearch {
  readonly user?: string;
  readonly object?: string;
  readonly record?: string;
  readonly field?: string;
  readonly deed?: string;
}

export function explainHref(search: ExplainSearch): string {
  const said = new URLSearchParams(Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));
  return `/setup/explain?${said.toString()}`;
}
