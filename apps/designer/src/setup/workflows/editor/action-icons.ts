import { BellRing, CircleDot, FilePlus2, ListChecks, PencilLine, type LucideIcon } from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = { createRecord: FilePlus2, updateRecord: PencilLine, updateRelated: ListChecks, notify: BellRing };

export function actionIcon(name: string): LucideIcon {
  return (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? CircleDot;
}
