import { createContext, useContext } from 'react';
import type { LitFlow } from '../flow/trace-flow.js';

/** What of the drawing a run has gone along; null where no run is shown. */
export const LitFlowContext = createContext<LitFlow | null>(null);

/** Null where no run is shown. */
export function useIsLit(id: string | null): boolean | null {
  const lit = useContext(LitFlowContext);
  return lit === null || id === null ? null : lit.has(id);
}
