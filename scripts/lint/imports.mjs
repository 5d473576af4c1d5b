// Who may import whom (docs/architecture.md). Every refusal says what to do instead.

const PACKAGES = {
  formula: [],
  'field-types': ['formula'],
  metadata: ['formula', 'field-types'],
  query: ['formula', 'field-types', 'metadata'],
  workflow: ['formula', 'field-types', 'metadata', 'query'],
  forms: ['formula', 'field-types', 'metadata'],
  sfdx: ['formula', 'field-types', 'metadata'],
  client: [],
  'embedded-postgres': [],
};

const APPS = {
  api: ['formula', 'field-types', 'metadata', 'query', 'workflow', 'forms', 'embedded-postgres'],
  designer: ['formula', 'field-types', 'metadata', 'workflow', 'forms'],
  cli: ['client', 'metadata', 'sfdx'],
};

/** These two touch the world by purpose. */
const IMPURE = ['client', 'embedded-postgres'];

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/contract/**'];
const DRAWN = ['packages/field-types/src/**/*.widget.tsx', 'packages/field-types/src/{widgets,widget,widget-kit,widget-kit-context}.{ts,tsx}', 'packages/forms/src/react/**'];

const noDeepImport = {
  regex: '^@guanxi/[a-z-]+/(?!(widgets|marked|react|testing|types|designer)$)',
  message: 'Import from the package itself: only its index.ts is its door. If what you need is missing there, export it there.',
};
const noWayAround = {
  regex: '^(\\.\\./)+(.+/)?src/',
  message: 'Do not walk into another package by path. Import it by its name, @guanxi/….',
};
const noWorld = {
  regex: '^(node:|(fs|path|http|https|net|os|crypto|child_process|worker_threads|timers)(/|$)|@nestjs/|@embedded-postgres/|(typeorm|pg|pg-.*|ioredis|bullmq|fastify)(/|$))',
  message: 'Packages are pure: no server, database, network, file system, clock or random in them. Take what you need as an argument or a port, and let apps/api bring it in.',
};
const noReact = {
  regex: '^(react|react-dom|react-hook-form|react-aria.*|@testing-library/react)(/|$)',
  message: 'React is drawn in *.widget.tsx, in packages/forms/src/react and in apps/designer only. Return plain data here and let those draw it.',
};
const noAria = {
  regex: '^(react-aria|react-aria-components|@react-aria/.*|react-stately|@react-stately/.*)(/|$)',
  message: 'React Aria stays inside apps/designer/src/ui, so that the looks have one home. Use a component of ui/, or add one there.',
};
/** Entries of a flat configuration: for each file the whole list, because a later entry replaces an earlier one. */
export const importRules = [
  ...Object.entries(PACKAGES).flatMap(([name, allowed]) => {
    const own = `packages/${name}/src/**/*.{ts,tsx}`;
    const always = [noDeepImport, noWayAround, onlyFrom(name, allowed)];
    if (IMPURE.includes(name)) return [restrict([own], [...always, noReact])];
    return [
      restrict([own], [...always, noWorld, noReact]),
      restrict(within(name, DRAWN), [...always, noWorld, noAria]),
      restrict(TESTS.map((test) => `packages/${name}/src/${test}`), [noDeepImport, noWayAround, onlyFrom(name, [...allowed, 'embedded-postgres'])]),
    ];
  }),
  ...Object.entries(APPS).flatMap(([name, allowed]) => {
    const own = [noDeepImport, noWayAround, onlyFrom(`apps/${name}`, allowed)];
    if (name !== 'designer') {
      return [
        restrict([`apps/${name}/src/**/*.ts`], [...own, noReact]),
        // An imported project has to work on a real server.
        ...(name === 'api' ? [restrict(['apps/api/src/**/*.test.ts'], [noDeepImport, noWayAround, onlyFrom('apps/api', [...allowed, 'sfdx']), noReact])] : []),
      ];
    }
    return [
      restrict(['apps/designer/src/**/*.{ts,tsx}'], [...own, noAria]),
      restrict(['apps/designer/src/ui/**/*.{ts,tsx}'], own),
    ];
  }),
].filter(({ files }) => files.length > 0);

export const purePackages = Object.keys(PACKAGES).filter((name) => !IMPURE.includes(name));
export const testFiles = TESTS;

function onlyFrom(name, allowed) {
  const permitted = allowed.length > 0 ? `It may import ${allowed.map((each) => `@guanxi/${each}`).join(', ')}.` : 'It imports no other package.';
  return {
    regex: `^@guanxi/(?!(${[...allowed, '-none-'].join('|')})(/|$))`,
    message: `${name} stands below or beside that package (docs/architecture.md, "Who may import whom"). ${permitted} Move the code to the package that may know both, or take the value as an argument.`,
  };
}

function restrict(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

function within(name, globs) {
  return globs.filter((glob) => glob.startsWith(`packages/${name}/`));
}
