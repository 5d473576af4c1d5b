import type { PatternNode } from './parse-pattern.js';

/**
 * Whether the whole text fits. All possibilities are followed side by side (Thompson's construction), so the time grows
 * with text times pattern at most: no pattern can make the server hang, as backtracking engines let it.
 */
export function matchPattern(pattern: PatternNode, text: string): boolean {
  const program = programOf(pattern);
  let threads = follow(program, [0]);
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const next: number[] = [];
    for (const thread of threads) {
      const step = program[thread];
      if (step?.kind === 'take' && fits(step.set, point)) next.push(thread + 1);
    }
    threads = follow(program, next);
    if (threads.length === 0) return false;
  }
  return threads.some((thread) => thread === program.length);
}

type SetNode = Extract<PatternNode, { kind: 'set' }>;
type Step = { readonly kind: 'take'; readonly set: SetNode } | { readonly kind: 'jump'; to: number[] };

const programs = new WeakMap<PatternNode, readonly Step[]>();

function programOf(pattern: PatternNode): readonly Step[] {
  let program = programs.get(pattern);
  if (program === undefined) {
    const steps: Step[] = [];
    emit(pattern, steps);
    programs.set(pattern, steps);
    program = steps;
  }
  return program;
}

function emit(node: PatternNode, steps: Step[]): void {
  if (node.kind === 'set') steps.push({ kind: 'take', set: node });
  else if (node.kind === 'sequence') node.parts.forEach((part) => emit(part, steps));
  else if (node.kind === 'repeat') emitRepeat(node, steps);
  else emitChoice(node.parts, steps);
}

function emitChoice(parts: readonly PatternNode[], steps: Step[]): void {
  const fork = jump(steps);
  const exits = parts.map((part) => {
    fork.to.push(steps.length);
    emit(part, steps);
    return jump(steps);
  });
  for (const exit of exits) exit.to.push(steps.length);
}

function emitRepeat({ part, least, most }: Extract<PatternNode, { kind: 'repeat' }>, steps: Step[]): void {
  for (let round = 0; round < least; round++) emit(part, steps);
  if (most === Infinity) {
    const loop = steps.length;
    const fork = jump(steps);
    fork.to.push(steps.length);
    emit(part, steps);
    jump(steps).to.push(loop);
    fork.to.push(steps.length);
    return;
  }
  const exits: { to: number[] }[] = [];
  for (let round = least; round < most; round++) {
    const fork = jump(steps);
    fork.to.push(steps.length);
    exits.push(fork);
    emit(part, steps);
  }
  for (const exit of exits) exit.to.push(steps.length);
}

function jump(steps: Step[]): { kind: 'jump'; to: number[] } {
  const step = { kind: 'jump' as const, to: [] as number[] };
  steps.push(step);
  return step;
}

/** All places that can be reached without taking a character; the place behind the last step is the goal. */
function follow(program: readonly Step[], from: readonly number[]): number[] {
  const reached = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = program[at];
    if (step?.kind === 'jump') open.push(...step.to);
  }
  return [...reached];
}

function fits(set: SetNode, point: number): boolean {
  return set.ranges.some(([low, high]) => point >= low && point <= high) !== set.negated;
}
