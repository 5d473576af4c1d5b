import { createContext, type ReactNode, useContext } from 'react';
import type { WidgetKit } from './widget-kit.js';

const KitContext = createContext<WidgetKit | null>(null);

/** Supplies the parts that every widget below is drawn with. `kit` must stay the same object between renderings. */
export function WidgetKitProvider({ kit, children }: { kit: WidgetKit; children: ReactNode }): ReactNode {
  return <KitContext.Provider value={kit}>{children}</KitContext.Provider>;
}

export function useWidgetKit(): WidgetKit {
  const kit = useContext(KitContext);
  if (!kit) throw new Error('A widget was drawn outside of WidgetKitProvider, so there are no parts to draw it with.');
  return kit;
}
