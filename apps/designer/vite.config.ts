import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));
const apiAddress = process.env['GUANXI_API'] ?? 'http://localhost:3000';
const apiPaths = ['/graphql', '/metadata', '/auth', '/oauth', '/.well-known', '/import', '/export', '/backup', '/restore', '/files', '/attachments', '/scim', '/changes', '/events', '/sdk'];

export default defineConfig({
  plugins: [
    { ...optimizeLocales.vite({ locales: ['en-US', 'zh-TW', 'zh-CN'] }), enforce: 'pre' },
    react(),
  ],
  resolve: {
    // The page is built from the packages' sources, so that no package has to be built first.
    alias: [
      { find: '@guanxi/formula/marked', replacement: `${packages}/formula/src/marked/read-marked-text.ts` },
      { find: '@guanxi/field-types/widgets', replacement: `${packages}/field-types/src/widgets.ts` },
      { find: '@guanxi/workflow/designer', replacement: `${packages}/workflow/src/designer.ts` },
      { find: '@guanxi/forms/react', replacement: `${packages}/forms/src/react/index.ts` },
      { find: /^@guanxi\/([a-z-]+)$/, replacement: `${packages}/$1/src/index.ts` },
    ],
    dedupe: ['react', 'react-dom', 'react-hook-form', 'react-aria-components'],
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(apiPaths.map((path) => [path, { target: apiAddress, changeOrigin: false }])),
  },
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // Inlined fonts and pictures would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
