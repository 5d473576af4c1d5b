import { BellRing, Calculator, CircleDot, CircleStop, FilePlus2, GitBranch, Hourglass, ListChecks, Mail, PencilLine, Repeat, Trash2, Workflow, type LucideIcon } from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  createRecord: FilePlus2, updateRecord: PencilLine, updateRelated: ListChecks, deleteRecord: Trash2, notify: BellRing, sendEmail: Mail, compute: Calculator, branch: GitBranch, forEach: Repeat, wait: Hourglass, callWorkflow: Workflow, stop: CircleStop,
};

export function actionIcon(name: string): LucideIcon {
  return (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? CircleDot;
}
