import { TWO_LEASES_SECONDS } from './settle.mjs';

const STEPS_OF = {
  welcome: [['welcome']],
  late: [['late']],
  ring: [['call']],
  rush: [['first'], ['weigh'], ['heavy', 'light'], ['pause'], ['each'], ['tell'], ['ask'], ['last']],
};
const CALLING = ['tell', 'ask'];
const MOST_NAMED = 5;

/**
 * Compares what the clients were told, what the history says, what ran, what its steps left behind and what was called
 * outside. Answers rows for a table: what was compared, how many, and every difference in words.
 */
export async function checkAll({ ask, schema, ledger, calls, settled, running }) {
  const found = await read(ask, schema);
  return [
    checkSaves(ledger, found),
    ...Object.keys(STEPS_OF).map((name) => checkRuns(name, found)),
    checkSteps(found),
    checkRounds(found),
    checkEffects(found),
    checkCalls(found, calls),
    checkLeft(settled),
    ...(running ? [checkRunning(settled, running)] : []),
  ];
}

async function read(ask, schema) {
  const changes = await ask(`select id::text, object, record_id, kind, source, changes->'stamp'->>1 as stamp, changes->'state'->>1 as state,
    changes->'promisedAt'->>1 as promised, changes->'kind'->>1 as note from ${schema}._history order by id`);
  const runs = await ask(`select id, workflow_id as workflow, record_id, occasion, status, parent_id, error from ${schema}._run`);
  const steps = await ask(`select run_id, step_id as step, status, attempts, output->'created'->>'id' as created, (output->>'rounds')::int as rounds, error from ${schema}._run_step`);
  const notes = await ask(`select id, kind from ${schema}.note where deleted_at is null union all select id, kind from ${schema}.call where deleted_at is null`);
  return { changes, runs, steps, notes, stepsOf: groupBy(steps, ({ run_id: run }) => run) };
}

/** What was answered is so: done is there once, refused is nowhere; without an answer it is there once or not at all. */
function checkSaves(ledger, { changes }) {
  const times = new Map();
  for (const { source, stamp } of changes) if (source === 'api' && stamp) times.set(stamp, (times.get(stamp) ?? 0) + 1);
  const wrong = ledger.flatMap(({ stamp, kind, outcome }) => {
    const count = times.get(stamp) ?? 0;
    if (outcome === 'done' ? count === 1 : outcome === 'refused' ? count === 0 : count <= 1) return [];
    return [`save ${stamp} (${kind}) was ${outcome === 'unknown' ? 'not answered' : outcome} and is ${count} times in the history`];
  });
  const lost = ledger.filter(({ outcome }) => outcome === 'unknown');
  const came = lost.filter(({ stamp }) => times.has(stamp)).length;
  const refused = ledger.filter(({ outcome }) => outcome === 'refused').length;
  return row('saves as they were answered', ledger.length, wrong, `${refused} refused, ${lost.length} without an answer (${came} of them there)`);
}

/** Which changes set a workflow off, by the changes alone. */
const causes = {
  welcome: ({ kind, stamp, source, state }) => source === 'api' && kind === 'created' && stamp && state,
  late: ({ kind, source, promised }) => source === 'api' && kind === 'created' && promised,
  rush: ({ kind, source, state }) => source === 'api' && kind === 'updated' && state === 'hot',
  ring: ({ kind, note }) => kind === 'created' && note === 'first',
};

function checkRuns(name, { changes, runs }) {
  const isByTime = name === 'late';
  const key = ({ record, change }) => (isByTime ? record : change);
  const expected = changes.filter(causes[name]).map(({ id, record_id: record }) => key({ record, change: id }));
  const made = runs.filter(({ workflow, parent_id: parent }) => workflow === `w-${name}` && parent === null).map(({ record_id: record, occasion }) => key({ record, change: occasion }));
  const wrong = compare(expected, made, `run of ${name} for ${isByTime ? 'record' : 'change'}`);
  return row(`runs of ${name}`, expected.length, wrong);
}

/** Every run is at its end, and each of its steps was noted once; of two ways of a branch one was gone. */
function checkSteps({ runs, stepsOf }) {
  const wrong = runs.flatMap(({ id, workflow, status, parent_id: parent, error }) => {
    if (status !== 'done') return [`run ${id} of ${workflow} is ${status}${error ? `: ${error}` : ''}`];
    const wanted = parent === null ? STEPS_OF[workflow.slice(2)] : [['mark']];
    const done = (stepsOf.get(id) ?? []).map(({ step, status: noted }) => `${step}${noted === 'done' ? '' : ` (${noted})`}`);
    const isRight = done.length === wanted.length && wanted.every((names) => names.some((one) => done.includes(one)));
    return isRight ? [] : [`run ${id} of ${workflow} has done ${done.join(', ')}`];
  });
  const again = [...stepsOf.values()].flat().filter(({ attempts }) => attempts > 1).length;
  return row('runs at their end, with each step', runs.length, wrong, `${again} steps at a later attempt`);
}

function checkRounds({ runs, steps }) {
  const children = groupBy(runs.filter(({ parent_id: parent }) => parent !== null), ({ parent_id: parent }) => parent);
  const loops = steps.filter(({ step }) => step === 'each');
  const wrong = loops.flatMap(({ run_id: run, rounds }) => {
    const of = children.get(run) ?? [];
    const records = new Set(of.map(({ record_id: record }) => record));
    return of.length === (rounds ?? 0) && records.size === of.length ? [] : [`run ${run} has begun ${rounds} rounds and has ${of.length}, on ${records.size} records`];
  });
  return row('rounds of loops', [...children.values()].flat().length, wrong);
}

/** Each step that makes a record has made the one that it names, and there is no other. */
function checkEffects({ steps, notes }) {
  const named = steps.flatMap(({ step, created }) => (created ? [`${step} ${created}`] : []));
  const wrong = compare(named, notes.map(({ id, kind }) => `${kind} ${id}`), 'record');
  return row('effects of steps', named.length, wrong);
}

/**
 * What is to be told outside came at least once: each call of a step, and each record that the webhook is about. Always under one
 * id with one content, and no id stands for two things.
 */
function checkCalls({ notes, steps }, calls) {
  const wanted = [...notes.filter(({ kind }) => kind === 'call').map(({ id }) => `record ${id}`), ...steps.filter(({ step }) => CALLING.includes(step)).map(({ step, run_id: run }) => `${step} of run ${run}`)];
  const came = [];
  const wrong = [];
  for (const [id, { bodies }] of calls) {
    if (bodies.size !== 1) wrong.push(`the call ${id} came with ${bodies.size} contents`);
    const subjects = new Set([...bodies].map((body) => subjectOf(JSON.parse(body))));
    if (subjects.size !== 1) wrong.push(`the call ${id} was about ${[...subjects].join(' and ')}`);
    came.push(...subjects);
  }
  wrong.push(...compare(wanted, came, 'ids under which was told of'));
  const again = [...calls.values()].reduce((sum, { times }) => sum + times - 1, 0);
  return row('calls outside', wanted.length, wrong, `${again} came again under their id`);
}

function subjectOf({ type, data: { id, run, step } }) {
  return type === 'workflow.call' ? `${step} of run ${run}` : `record ${id}`;
}

function checkLeft({ isSettled, left, longest }) {
  const wrong = isSettled ? [] : [`not everything came to its end: ${JSON.stringify(left)}`];
  return row('nothing left open', left.steps, wrong, `work stood still for at most ${longest.toFixed(1)} s`);
}

/** Nobody is at anything any more, and while something was ready somebody was. */
function checkRunning({ longest }, running) {
  const still = longest > TWO_LEASES_SECONDS ? [`work was ready and stood still for ${longest.toFixed(1)} s, which is more than two leases`] : [];
  const left = running.map(({ id, workflow, status, step }) => `run ${id} of ${workflow} is ${status} at step ${step} two leases after everything else`);
  return row('no run left running after two leases', running.length, [...still, ...left], `${TWO_LEASES_SECONDS} s`);
}

/** Both lists hold the same, each once. */
function compare(expected, made, what) {
  const times = (list) => list.reduce((count, one) => count.set(one, (count.get(one) ?? 0) + 1), new Map());
  const [wanted, found] = [times(expected), times(made)];
  return [...new Set([...expected, ...made])].flatMap((one) => {
    const [want, have] = [wanted.get(one) ?? 0, found.get(one) ?? 0];
    return want === have && want <= 1 ? [] : [`${what} ${one}: ${have} instead of ${want}`];
  });
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function row(what, count, wrong, remark = '') {
  return { what, count, wrong: wrong.length, named: wrong.slice(0, MOST_NAMED), remark };
}
