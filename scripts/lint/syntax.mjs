// What the language allows and this house does not.
import { purePackages, testFiles } from './imports.mjs';

const sqlRaw = {
  selector: "CallExpression[callee.object.name='sql'][callee.property.name='raw'][arguments.0.type=/^(TemplateLiteral|BinaryExpression)$/]",
  message: 'Never glue SQL. Values go through ${value}, names through sql.id(…); sql.raw takes one constant keyword.',
};

const impurities = [
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'the clock'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'the clock'],
  ["CallExpression[callee.object.name='performance'][callee.property.name='now']", 'the clock'],
  ["CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]", 'the clock'],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", 'random numbers'],
  ["CallExpression[callee.object.name='crypto']", 'random numbers'],
  ["CallExpression[callee.name='fetch']", 'the network'],
  ["MemberExpression[object.name='process'][property.name=/^(env|argv|cwd|hrtime)$/]", 'the process'],
].map(([selector, what]) => ({
  selector,
  message: `Packages are pure, so ${what} is not theirs to ask. Take the value as an argument or a port, and let the app bring it in.`,
}));

export const syntaxRules = [
  { files: ['{apps,packages}/*/src/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', sqlRaw] } },
  {
    files: purePackages.map((name) => `packages/${name}/src/**/*.{ts,tsx}`),
    ignores: [...testFiles, '**/*.widget.tsx', 'packages/forms/src/react/**'],
    rules: { 'no-restricted-syntax': ['error', sqlRaw, ...impurities] },
  },
];
