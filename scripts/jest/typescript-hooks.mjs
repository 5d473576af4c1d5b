// Resolves and compiles the house's TypeScript as the tests do; everything else is Node's own affair. What was compiled once is
// kept: some suites start a process many times, each of a thousand files.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const kept = new URL('node_modules/.cache/guanxi/typescript/', root);
const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
mkdirSync(kept, { recursive: true });

export function resolve(specifier, context, next) {
  const door = /^@guanxi\/([a-z-]+)(?:\/([a-z-]+))?$/.exec(specifier);
  if (door) return { url: sourceOf(door[1], door[2]), shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(url))) return { url: url.href, shortCircuit: true };
  }
  return next(specifier, context);
}

/** What a package has built behind one of its doors, as @guanxi/metadata/types, comes from the source beside it. */
function sourceOf(name, door) {
  const folder = new URL(`packages/${name}/`, root);
  const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const built = exports[door === undefined ? '.' : `./${door}`]?.default;
  if (built === undefined) throw new Error(`The package @guanxi/${name} has no door "${door ?? '.'}".`);
  return new URL(built.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts'), folder).href;
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await compileOnce(fileURLToPath(url)), shortCircuit: true };
}

async function compileOnce(file) {
  const { mtimeMs, size } = statSync(file);
  const place = new URL(`${createHash('sha256').update(`${own}\0${file}\0${mtimeMs}\0${size}`).digest('hex')}.js`, kept);
  if (existsSync(place)) return readFileSync(place, 'utf8');
  const code = await compile(file);
  // Appears whole, however many processes compile it at the same time.
  const fresh = new URL(`${place.href}.${randomBytes(4).toString('hex')}`);
  writeFileSync(fresh, code);
  renameSync(fresh, place);
  return code;
}

async function compile(file) {
  // Loading it takes a while, too.
  const { transformSync } = await import('@swc/core');
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
  });
  return code;
}
