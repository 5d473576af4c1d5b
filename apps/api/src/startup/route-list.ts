import type { FastifyInstance } from 'fastify';

export interface KnownRoute {
  readonly method: string;
  readonly url: string;
}

const lists = new WeakMap<object, KnownRoute[]>();

/** Begins to note which routes a server has; before the first of them. */
export function keepRouteList(server: FastifyInstance): void {
  const routes: KnownRoute[] = [];
  lists.set(server, routes);
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: String(one), url });
  });
}

/** Every route that has been registered since. */
export function routesOf(server: FastifyInstance): readonly KnownRoute[] {
  return lists.get(server) ?? [];
}
