import { BellRing, ClipboardList, ShieldCheck, UserRoundCheck, Calculator, CircleDot, CirclePause, CirclePlay, CircleStop, FileCheck2, FilePlus2, Ear, FileText, GitBranch, Hourglass, Megaphone, Send, ListChecks, ListX, Mail, MessageSquarePlus, PenLine, PencilLine, Repeat, Timer, TimerOff, Trash2, Workflow, type LucideIcon } from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  assign: UserRoundCheck, approve: ShieldCheck, askPerson: ClipboardList,
  createRecord: FilePlus2, upsertRecord: FileCheck2, updateRecords: PenLine, deleteRecords: ListX, comment: MessageSquarePlus, makeDocument: FileText, startMilestone: Timer, stopMilestone: TimerOff, pauseMilestone: CirclePause, resumeMilestone: CirclePlay, updateRecord: PencilLine, updateRelated: ListChecks, deleteRecord: Trash2, notify: BellRing, sendEmail: Mail, compute: Calculator, branch: GitBranch, forEach: Repeat, wait: Hourglass, waitForEvent: Ear, raiseEvent: Megaphone, callOut: Send, callWorkflow: Workflow, stop: CircleStop,
};

export function actionIcon(name: string): LucideIcon {
  return (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? CircleDot;
}
