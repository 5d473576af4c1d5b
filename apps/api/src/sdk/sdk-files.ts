import type { Model } from '@guanxi/metadata';
import { generateCompiledTypes } from '@guanxi/metadata/types';
import type { TarFile } from './write-tar.js';

interface SdkWish {
  readonly model: Model;
  /** Of the published documents that the types are of. */
  readonly revision: number;
  /** Where the org answers. */
  readonly origin: string;
  /** The compiled client: its modules and their declarations. */
  readonly client: readonly TarFile[];
}

/** The files of an npm package for one org: the client, the types of its objects, an example that runs as it is. */
export async function makeSdkFiles({ model, revision, origin, client }: SdkWish): Promise<readonly TarFile[]> {
  const { declarations, code } = await generateCompiledTypes(model);
  const files: readonly TarFile[] = [
    { name: 'package.json', text: `${JSON.stringify(packageOf(revision), null, 2)}\n` },
    { name: 'README.md', text: readme(origin) },
    { name: 'example.mjs', text: example(model) },
    { name: 'index.js', text: INDEX.replace('ORIGIN', JSON.stringify(origin)) },
    { name: 'index.d.ts', text: INDEX_TYPES },
    { name: 'objects.js', text: code },
    { name: 'objects.d.ts', text: declarations },
    ...client.map(({ name, text }) => ({ name: `client/${name}`, text })),
  ];
  return files.map(({ name, text }) => ({ name: `package/${name}`, text }));
}

function packageOf(revision: number) {
  return {
    name: 'guanxi-sdk',
    version: `1.0.${revision}`,
    description: 'A typed client for the records of one Guanxi organisation',
    private: true,
    type: 'module',
    engines: { node: '>=18' },
    exports: { '.': { types: './index.d.ts', default: './index.js' }, './objects': { types: './objects.d.ts', default: './objects.js' } },
  };
}

const INDEX = `import { createClient } from './client/index.js';
import { objects } from './objects.js';

export * from './client/index.js';
export { objects };

export function connect({ url = ORIGIN, ...place }) {
  return createClient({ ...place, url, objects });
}
`;

const INDEX_TYPES = `import type { Client, ClientSettings } from './client/index.js';
import type { Objects } from './objects.js';

export * from './client/index.js';
export { objects, type Objects } from './objects.js';

/** The records of the org. \`url\` is the address that this package was fetched from, unless another one is given. */
export declare function connect(place: Omit<ClientSettings<Objects>, 'objects' | 'url'> & { readonly url?: string }): Client<Objects>;
`;

function example({ objects }: Model): string {
  const object = objects.find(({ platform }) => !platform) ?? objects.find(({ name }) => name === 'User');
  const field = object?.nameField ?? 'name';
  return `// GUANXI_KEY=<an API key> node example.mjs
import { connect, isFailure } from 'guanxi-sdk';

const guanxi = connect({ key: process.env.GUANXI_KEY ?? '', ...(process.env.GUANXI_URL && { url: process.env.GUANXI_URL }) });

try {
  const { records } = await guanxi.list('${object?.name ?? 'User'}', ['id', '${field}'], { first: 5 });
  for (const record of records) console.log(record.id, record.${field});
} catch (failure) {
  if (!isFailure(failure)) throw failure;
  console.error(\`\${failure.code}: \${failure.message}\`);
  process.exitCode = 1;
}
`;
}

function readme(origin: string): string {
  return `# guanxi-sdk

A typed client for the records at ${origin}.

    npm install ./guanxi-sdk.tgz

    import { connect } from 'guanxi-sdk';

    const guanxi = connect({ key: process.env.GUANXI_KEY });

Keys are made in Setup, API. \`example.mjs\` reads five records: \`GUANXI_KEY=… node node_modules/guanxi-sdk/example.mjs\`.
The names of objects, fields and filters are those of the org's published documents. A program that uses one that is not there does not compile;
fetch the package again after publishing. The types of each object are in \`guanxi-sdk/objects\`.
`;
}
