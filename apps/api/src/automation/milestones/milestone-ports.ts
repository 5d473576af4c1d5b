import type { MilestonePorts } from '@guanxi/workflow';
import type { StepTransaction } from '../transaction-ports.js';
import { changeMilestones } from './change-milestones.js';
import { ringMilestones } from './ring-milestones.js';
import { startMilestones } from './start-milestones.js';

export function milestonePorts(step: StepTransaction): MilestonePorts {
  return {
    start: (milestones) => startMilestones(milestones, step),
    stop: (name, object, runs) => changeMilestones('stop', { name, object, runs }, step),
    pause: (name, object, runs) => changeMilestones('pause', { name, object, runs }, step),
    resume: (name, object, runs) => changeMilestones('resume', { name, object, runs }, step),
    ring: (runs) => ringMilestones(runs, step),
  };
}
