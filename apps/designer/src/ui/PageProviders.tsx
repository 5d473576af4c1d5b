import { lazy, Suspense, type ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';

// Comes after the first paint: nothing is announced before.
const ToastRegion = lazy(() => import('./overlays/ToastRegion.js').then((module) => ({ default: module.ToastRegion })));

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
        <Suspense fallback={null}><ToastRegion /></Suspense>
      </RouterProvider>
    </I18nProvider>
  );
}
