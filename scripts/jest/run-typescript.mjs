// node --import …/run-typescript.mjs file.ts: a process straight from the sources, for tests that need one to kill.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
