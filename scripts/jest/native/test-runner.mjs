// Runs a suite in Node itself. Jest's own way gives every suite a world of its own, into which the whole house with Nest, TypeORM
// and GraphQL has to be loaded again: five seconds of processor for most of some two hundred suites. Here what one suite of a worker
// has loaded is there for the next; suites therefore leave no traces in modules. Describing, running and reporting stay jest's.
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';

register('../typescript-hooks.mjs', import.meta.url);

const require = createRequire(import.meta.url);
/** Keep what they know of the suite in their modules. */
const framework = /[\\/]node_modules[\\/](jest-circus|@jest[\\/]expect|expect|jest-snapshot|jest-each|jest-matcher-utils|@jest[\\/]expect-utils)[\\/]/;

export default async function runInNode(globalConfig, config, environment, runtime, file, send) {
  for (const path of Object.keys(require.cache)) if (framework.test(path)) delete require.cache[path];
  return circus.default(globalConfig, config, environment, inNode(runtime), file, send);
}

/** As much of a jest runtime as the framework asks for. */
function inNode(runtime) {
  return {
    requireInternalModule: (path) => require(path),
    requireModule: (path) => require(path),
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    setGlobalsForRuntime: (globals) => void Object.assign(globalThis, globals),
    enterTestCode: () => undefined,
    leaveTestCode: () => undefined,
    getSourceMaps: () => runtime.getSourceMaps(),
  };
}
