import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { importRules } from './scripts/lint/imports.mjs';
import { syntaxRules } from './scripts/lint/syntax.mjs';

const scriptGlobals = Object.fromEntries(
  ['process', 'console', 'URL', 'URLSearchParams', 'fetch', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'setImmediate', 'AbortController', 'AbortSignal', 'Buffer', 'performance', 'structuredClone', 'globalThis', 'TextDecoder', 'TextEncoder', 'FormData', 'Blob', 'Response', 'Headers', 'WebSocket', 'document', 'window', 'getComputedStyle'].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'data/', 'artifacts/', '.nx/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  { files: ['**/*.mjs'], ...js.configs.recommended, languageOptions: { globals: scriptGlobals } },
  { files: ['**/*.{ts,tsx}'], extends: [js.configs.recommended, ...tseslint.configs.strict] },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.js'], extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } }),
      ],
    },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
    },
  },
  // Nest finds its constructor arguments by the classes that were imported as values, and its modules are empty classes.
  {
    files: ['apps/api/src/**/*.ts', 'bench/usual-nest/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-extraneous-class': 'off' },
  },
  // In a test, a value that is missing after all fails the test, which is what a test is for.
  { files: ['**/*.test.{ts,tsx}'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.config.ts', '**/*.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['apps/cli/src/**/*.ts', 'apps/api/src/main.ts', '**/*.test.{ts,tsx}'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.tsx', 'apps/designer/src/**/*.ts', 'packages/forms/src/react/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...importRules,
  ...syntaxRules,
);
