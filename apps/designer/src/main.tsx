import './ui/tokens/tokens.css';
import './ui/tokens/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/index.js';
import { startTranslations } from './i18n/start-translations.js';
import { router } from './routes.js';
import { applyToDocument, getPreferences, startShortcuts } from './ui/index.js';

applyToDocument(getPreferences());
startShortcuts();
await startTranslations();

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element with the id "root".');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
