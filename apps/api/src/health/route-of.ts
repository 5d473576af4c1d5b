/** First parts of paths that requests are told by. Whatever else is asked for is `page`: a label made of what somebody sent would grow without end. */
const routes: ReadonlySet<string> = new Set(['graphql', 'metadata', 'auth', 'oauth', 'scim', 'import', 'export', 'files', 'attachments', 'backups', 'changes', 'hooks', 'sdk', 'assets', 'healthz', 'readyz', 'metrics']);

/** What a request may be named by: never more of its address, which may have ids and secrets. */
export function routeOf(url: string): string {
  const [, first = ''] = /^\/([a-z]+)/.exec(url) ?? [];
  return routes.has(first) ? first : 'page';
}
