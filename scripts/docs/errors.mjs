import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { inRoot, root } from '../prepare/paths.mjs';
import { code, page, table } from './markdown.mjs';

/** What a caller should make of each failure. A code without a sentence makes the page fail. */
const meanings = {
  UNAUTHENTICATED: 'Nobody is signed in, or the key is unknown, revoked or expired.',
  FORBIDDEN: 'The person may not do this.',
  NOT_FOUND: 'It does not exist, or this person may not see it; the two look the same.',
  VALIDATION_FAILED: 'The input breaks rules. `problems` tells every one of them.',
  CONFLICT: 'Somebody else was quicker. Read again, lay the change over it, send it again. `version` is the one of now.',
  TOO_COSTLY: 'The query asks for too much at once, or took too long. Ask for less, or in pages.',
  RATE_LIMITED: 'Too many attempts. Wait as long as the message says.',
  BAD_USER_INPUT: 'On `/graphql`: the document or its variables do not fit the schema.',
  BAD_REQUEST: 'On `/metadata` and elsewhere: the same.',
  INTERNAL: 'Our fault. The message has a reference that is also in the log.',
};

const unions = [
  ['apps/api/src/graphql/failure.ts', 'RecordsFailureCode'],
  ['apps/api/src/metadata-api/api-failure.ts', 'FailureCode'],
];

/** The failures of the API, and the problems that stand in the sources: object literals with a `code` and a `message`. */
export async function describeErrors() {
  const failures = [...new Set(unions.flatMap(([file, name]) => readUnion(parse(inRoot(file)), name)))];
  const problems = new Map();
  for (const file of ['packages', 'apps/api'].flatMap((folder) => listSources(inRoot(folder)))) collectProblems(parse(file), placeOf(file), problems);
  return {
    'errors.md': page(
      'Failures and problems',
      'A refused operation answers `errors: [{ message, path, extensions: { code, … } }]`; plain HTTP answers the same as `{ code, message, … }` with a fitting status. Codes are stable; messages are sentences for people and may be worded better one day.',
      table(['code', 'what it means'], failures.map((name) => [code(name), meaningOf(name)])),
      '## Problems',
      '`extensions.problems`, and the `problems` of answers about documents, are lists of `{ path, code, message, hint? }`: a JSON pointer into what was sent, and a sentence. `…` stands for names and values.',
      table(['code', 'of', 'such as'], [...problems.values()].sort((left, right) => (left.code < right.code ? -1 : 1)).map((problem) => [code(problem.code), [...problem.places].sort().join(', '), problem.message])),
    ),
  };
}

function meaningOf(name) {
  if (!meanings[name]) throw new Error(`The failure code ${name} has no meaning in scripts/docs/errors.mjs.`);
  return meanings[name];
}

const parse = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

function readUnion(source, name) {
  const found = source.statements.find((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === name);
  if (!found) throw new Error(`${source.fileName} has no type ${name}.`);
  return found.type.types.map(({ literal }) => literal.text);
}

function listSources(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(^|\/)src\/.*\.ts$/.test(path) && !/\.test\.ts$|(^|\/)(testing|golden|dist|node_modules|migrations)\//.test(path))
    .map((path) => join(folder, path))
    .sort();
}

function placeOf(file) {
  const [group, name, , room] = relative(root, file).replaceAll('\\', '/').split('/');
  return group === 'packages' ? name : room.replace(/\.ts$/, '');
}

function collectProblems(source, place, problems) {
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const found = readProblem(node);
      if (found) {
        const known = problems.get(found.code) ?? { ...found, places: new Set() };
        known.places.add(place);
        problems.set(found.code, known);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function readProblem(literal) {
  const initializers = Object.fromEntries(literal.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => [name.text, initializer]));
  if (!initializers.code || !initializers.message || !ts.isStringLiteral(initializers.code) || /^[A-Z]/.test(initializers.code.text)) return undefined;
  const message = readText(initializers.message);
  return message === undefined ? undefined : { code: initializers.code.text, message };
}

function readText(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  return undefined;
}
