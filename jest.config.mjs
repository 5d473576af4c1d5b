// One run over the whole house. Packages are tested from their sources, so that no build has to run first.
const workspace = (folder) => `<rootDir>/${folder}/src/index.ts`;

const swc = (parser) => ({
  jsc: {
    target: 'es2022',
    parser,
    // Jest asks for `with { type: 'json' }`.
    experimental: { keepImportAttributes: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
});

const built = ['<rootDir>/(apps|packages)/[^/]+/dist', '<rootDir>/data', '<rootDir>/.nx'];

/** Pages and widgets need a browser's world, which each suite gets anew. */
const page = {
  displayName: 'page',
  testMatch: ['<rootDir>/apps/designer/src/**/*.test.{ts,tsx}', '<rootDir>/packages/*/src/**/*.test.tsx'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '\\.module\\.css$': '<rootDir>/scripts/jest/css-module.mjs',
    '\\.css$': '<rootDir>/scripts/jest/css-module.mjs',
    '^@guanxi/formula/marked$': '<rootDir>/packages/formula/src/marked/read-marked-text.ts',
    '^@guanxi/field-types/widgets$': '<rootDir>/packages/field-types/src/widgets.ts',
    '^@guanxi/field-types/testing$': '<rootDir>/packages/field-types/src/testing/index.ts',
    '^@guanxi/forms/react$': '<rootDir>/packages/forms/src/react/index.ts',
    '^@guanxi/metadata/types$': '<rootDir>/packages/metadata/src/types/index.ts',
    '^@guanxi/workflow/designer$': '<rootDir>/packages/workflow/src/designer.ts',
    '^@guanxi/embedded-postgres/testing$': '<rootDir>/packages/embedded-postgres/src/testing.ts',
    '^@guanxi/([a-z-]+)$': workspace('packages/$1'),
    '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc({ syntax: 'typescript', decorators: true })],
    '^.+\\.tsx$': ['@swc/jest', swc({ syntax: 'typescript', decorators: true, tsx: true })],
  },
  modulePathIgnorePatterns: built,
};

/** Everything else runs in Node itself; scripts/jest/typescript-hooks.mjs compiles it. */
const node = {
  displayName: 'node',
  testMatch: ['<rootDir>/apps/{api,cli}/src/**/*.test.ts', '<rootDir>/packages/*/src/**/*.test.ts'],
  testEnvironment: '<rootDir>/scripts/jest/native/environment.mjs',
  testRunner: '<rootDir>/scripts/jest/native/test-runner.mjs',
  globalSetup: '<rootDir>/scripts/jest/start-postgres.mjs',
  globalTeardown: '<rootDir>/scripts/jest/stop-postgres.mjs',
  transform: {},
  modulePathIgnorePatterns: built,
};

export default {
  projects: [node, page],
  testSequencer: '<rootDir>/scripts/jest/slowest-first.mjs',
  // So that what hangs ends at some time; a loaded machine takes its time for what does not.
  testTimeout: 120_000,
};
