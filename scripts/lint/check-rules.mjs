// Shows that the rules of the house bite: each wrong snippet must be refused, with the words that tell the way out.
import { ESLint } from 'eslint';
import { inRoot } from '../prepare/paths.mjs';

const WRONG = [
  ['packages/formula/src/index.ts', "import { parseDocument } from '@guanxi/metadata';\nexport { parseDocument };", 'formula stands below'],
  ['packages/query/src/index.ts', "import { advance } from '@guanxi/workflow';\nexport { advance };", 'query stands below'],
  ['apps/designer/src/routes.tsx', "import { compile } from '@guanxi/query';\nexport { compile };", 'apps/designer stands below'],
  ['apps/cli/src/main.ts', "import { compile } from '@guanxi/query';\nexport { compile };", 'apps/cli stands below'],
  ['packages/metadata/src/index.ts', "import { x } from '@guanxi/formula/src/parse/x.js';\nexport { x };", 'only its index.ts is its door'],
  ['packages/metadata/src/index.ts', "import { x } from '../../formula/src/index.js';\nexport { x };", 'Import it by its name'],
  ['packages/metadata/src/index.ts', "import pg from 'pg';\nexport const pool = new pg.Pool();", 'Packages are pure'],
  ['packages/workflow/src/index.ts', "import { readFileSync } from 'node:fs';\nexport { readFileSync };", 'Packages are pure'],
  ['packages/workflow/src/index.ts', 'export const now = () => Date.now();', 'the clock is not theirs'],
  ['packages/workflow/src/index.ts', 'export const now = () => new Date();', 'the clock is not theirs'],
  ['packages/formula/src/index.ts', 'export const dice = () => Math.random();', 'random numbers is not theirs'],
  ['packages/metadata/src/index.ts', "import { useState } from 'react';\nexport { useState };", 'React is drawn in'],
  ['apps/designer/src/workspace/index.ts', "import { Button } from 'react-aria-components';\nexport { Button };", 'stays inside apps/designer/src/ui'],
  ['apps/api/src/main.ts', "import { sql } from 'kysely';\nexport const drop = (table: string) => sql.raw(`drop table ${table}`);", 'Never glue SQL'],
  ['packages/formula/src/index.ts', 'export const anything = (x: any) => x;', 'Unexpected any'],
  ['packages/formula/src/index.ts', 'export default 1;', 'Prefer named exports'],
];

const RIGHT = [
  ['packages/formula/src/index.test.ts', "import { createTestDatabase } from '@guanxi/embedded-postgres/testing';\nexport const made = [createTestDatabase(), Date.now()];"],
  ['packages/workflow/src/index.ts', "export const read = (instant: string) => new Date(instant);"],
  ['packages/forms/src/react/index.ts', "import { useForm } from 'react-hook-form';\nexport { useForm };"],
  ['packages/query/src/index.ts', "import { sql } from 'kysely';\nexport const word = sql.raw('desc');"],
];

const eslint = new ESLint({ cwd: inRoot('.') });
const wrong = await Promise.all(WRONG.map(async ([file, text, words]) => ((await lint(file, text)).includes(words) ? [] : [`${file} accepts what it must refuse ("${words}"):\n${text}`])));
const right = await Promise.all(RIGHT.map(async ([file, text]) => (await lint(file, text)).replace(/^(?=.)/gm, `${file} refuses what is allowed: `).split('\n').filter(Boolean)));
const mistakes = [...wrong, ...right].flat();
mistakes.forEach((mistake) => console.error(mistake));
console.log(`The rules refuse ${WRONG.length} wrong snippets and accept ${RIGHT.length} right ones: ${mistakes.length === 0 ? 'yes' : 'no'}.`);
process.exitCode = mistakes.length === 0 ? 0 : 1;

async function lint(file, text) {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: inRoot(file) });
  return (result?.messages ?? []).map(({ message }) => message).join('\n');
}
