// Lets a script use a package's sources before anything is built: TypeScript is stripped into a cache and imported from there.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Imports `packages/<name>/src/<entry>.ts`, or from a folder of `src`; its relative imports must lie flat beside it. */
export async function importFromSource(name, entry, folder = '.') {
  const source = join(root, 'packages', name, 'src', folder);
  const files = readdirSync(source)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const cache = join(root, 'node_modules/.cache/guanxi');
  const made = join(cache, `${name}-${hash}`);
  if (!existsSync(made)) fill(made, files);
  return import(pathToFileURL(join(made, `${entry}.js`)).href);
}

function fill(folder, files) {
  const fresh = `${folder}.${randomBytes(4).toString('hex')}`;
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'package.json'), '{ "type": "module" }\n');
  for (const { file, text } of files) {
    const { code } = transformSync(text, {
      filename: file,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(fresh, file.replace(/\.ts$/, '.js')), code);
  }
  try {
    renameSync(fresh, folder);
  } catch {
    // Another run filled the same folder at the same time; its content is the same.
    rmSync(fresh, { recursive: true, force: true });
  }
}
