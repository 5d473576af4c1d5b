import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { ToastRegion } from './overlays/ToastRegion.js';

export interface PageProvidersProps {
  readonly language: string;
  /** Goes to an address of our own without loading the page again. */
  readonly navigate: (href: string) => void;
  readonly children: ReactNode;
}

export function PageProviders({ language, navigate, children }: PageProvidersProps) {
  return (
    <I18nProvider locale={language}>
      <RouterProvider navigate={navigate}>
        {children}
        <ToastRegion />
      </RouterProvider>
    </I18nProvider>
  );
}
