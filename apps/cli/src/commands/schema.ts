import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { connect, type Connection } from '../connection.js';

/** Writes the GraphQL schema of the org's records, as the key's person sees it, for editors and code generators. */
export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .description("write the GraphQL schema of the org's records")
    .option('--out <file>', 'where to', 'schema.graphql')
    .option('--metadata', 'the schema of /metadata instead', false)
    .action(async ({ out, metadata }: { out: string; metadata: boolean }, command: Command) => {
      const text = await fetchSchema(await connect(command), metadata ? '/metadata/schema' : '/graphql/schema');
      await writeFile(out, `${text}\n`);
      console.log(`✓ ${text.match(/^(?:type|input|enum|scalar|union) /gm)?.length ?? 0} types written to ${out}.`);
    });
}

async function fetchSchema({ url, key }: Pick<Connection, 'url' | 'key'>, route: string): Promise<string> {
  const response = await fetch(new URL(route, url), { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`${route} answered ${response.status}: is the key still good?`);
  return response.text();
}
