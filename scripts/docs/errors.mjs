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
  TOO_COSTLY: 'The operation asks for too much at once, or took too long: `cost` and `limit` tell what. Ask for less, or in pages.',
  CURSOR_EXPIRED: 'The cursor of the change feed is from before a restore or a failover. Read the records again, then go on from the present end.',
  RATE_LIMITED: 'Too many attempts, or the points of the minute are spent. Wait for `retryAfter` seconds (also the header `retry-after`).',
  METHOD_NOT_ALLOWED: 'A GET only reads: mutations are sent by POST.',
  PERSISTED_QUERY_NOT_FOUND: 'No document with this hash is known (any more). Send it once more together with the hash.',
  BAD_USER_INPUT: 'On `/graphql`: the document or its variables do not fit the schema.',
  BAD_REQUEST: 'On `/metadata` and elsewhere: the same.',
  INTERNAL: 'Our fault. The message has a reference that is also in the log.',
};

const unions = [
  ['apps/api/src/graphql/failure.ts', 'RecordsFailureCode'],
  ['apps/api/src/metadata-api/api-failure.ts', 'FailureCode'],
];
const formulaUnion = ['packages/formula/src/formula.ts', 'FormulaProblemCode'];

/** The failures of the API, and the problems that stand in the sources: wherever a `code` stands beside a sentence. */
export async function describeErrors() {
  const failures = [...new Set(unions.flatMap(([file, name]) => readUnion(parse(inRoot(file)), name)))];
  const problems = new Map();
  const sources = ['packages', 'apps/api'].flatMap((folder) => listSources(inRoot(folder))).map((file) => [file, parse(file)]);
  sources.forEach(([, source]) => collectTables(source));
  sources.forEach(([file, source]) => collectProblems(source, placeOf(file), problems));
  const ofFormulas = readUnion(parse(inRoot(formulaUnion[0])), formulaUnion[1]);
  return {
    'errors.md': page(
      'Failures and problems',
      'A refused operation answers `errors: [{ message, path, extensions: { code, … } }]`; plain HTTP answers the same as `{ code, message, … }` with a fitting status. Codes are stable; messages are sentences for people and may be worded better one day.',
      table(['code', 'what it means'], failures.map((name) => [code(name), meaningOf(name)])),
      '## Problems',
      '`extensions.problems`, and the `problems` of answers about documents, are lists of `{ path, code, message, hint? }`: a JSON pointer into what was sent, and a sentence in the language of whoever asks. `…` stands for names and values. The list is read from the sources; small forms, such as that of a person, have codes of their own beside it.',
      table(['code', 'of', 'such as'], [...problems.values()].sort((left, right) => (left.code < right.code ? -1 : 1)).filter((problem) => !ofFormulas.includes(problem.code) || problem.message).map((problem) => [code(problem.code), [...problem.places].sort().join(', '), problem.message])),
      `A formula that does not hold together gives one of ${ofFormulas.map(code).join(', ')}, with the place in its text.`,
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
    const found = ts.isObjectLiteralExpression(node) ? readLiteral(node, source) : ts.isCallExpression(node) ? readCall(node, source) : undefined;
    if (found) {
      const known = problems.get(found.code) ?? { ...found, places: new Set() };
      known.places.add(place);
      problems.set(found.code, { ...known, message: known.message || found.message });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** `{ code: '…', message }`, `{ code: '…', wording }`, `{ code: '…', ...tell(sentence) }`. */
function readLiteral({ properties }, source) {
  const named = (name) => properties.find((property) => property.name?.text === name);
  const written = named('code')?.initializer;
  const said = named('message') ?? named('wording') ?? properties.find(ts.isSpreadAssignment);
  if (!written || !said || !ts.isStringLiteral(written) || /^[A-Z]/.test(written.text)) return undefined;
  return { code: written.text, message: readSentence(said.initializer ?? said.expression ?? said.name, source) };
}

/** `refuse('…', sentence)`, `problems.add(path, '…', sentence)`: a code with a sentence right after it. */
function readCall({ arguments: given }, source) {
  const at = given.findIndex((argument) => ts.isStringLiteral(argument) && /^[a-z][A-Za-z]*([._-][A-Za-z]+)+$/.test(argument.text));
  const message = at < 0 ? '' : readSentence(given[at + 1], source);
  return message.endsWith('.') ? { code: given[at].text, message } : undefined;
}

/** The English words of a message, as far as they stand in its file or in a table of wordings. */
function readSentence(node, source) {
  if (!node) return '';
  if (ts.isStringLiteralLike(node)) return node.text.replace(/\{\w+\}/g, '…');
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (ts.isIdentifier(node)) return readSentence(findConstant(node.text, source), source);
  if (ts.isCallExpression(node)) return readSentence(node.arguments[0], source);
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return readSentence(node.expression, source);
  if (ts.isPropertyAccessExpression(node)) return readSentence(findEntry(node), source);
  if (!ts.isObjectLiteralExpression(node)) return '';
  const english = node.properties.find(({ name }) => name?.text === 'en');
  return readSentence(english?.initializer ?? node.properties.find(ts.isSpreadAssignment)?.expression, source);
}

function findConstant(name, source) {
  return constantsOf(source).find((declaration) => declaration.name.text === name)?.initializer;
}

/** `faults.required`: the entry of a table of wordings, whichever file it stands in. */
function findEntry({ expression, name }) {
  return tables.get(expression.text)?.properties.find((property) => property.name?.text === name.text)?.initializer;
}

const tables = new Map();

function collectTables(source) {
  for (const { name, initializer } of constantsOf(source)) {
    const table = initializer && ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
    if (table && ts.isObjectLiteralExpression(table)) tables.set(name.text, table);
  }
}

function constantsOf(source) {
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => declarationList.declarations);
}
