import { groupProblems, sampleRejected } from '../problem-groups.js';
import { noCounts, type ImportCounts } from '../import-record.js';
import { refreshStatistics } from '../refresh-statistics.js';
import { writeRejectedFile } from '../rejected-file.js';
import { Cancelled, type ImportRun } from './import-run.js';
import { countMade } from './count-made.js';
import { raiseImportDone } from './raise-import-done.js';
import { stageFile } from './stage-file.js';
import { Tide } from './tide.js';
import { walkStretches } from './walk-stretches.js';

/**
 * Brings an import as far as it can go, from where it stands: to `ready`, where a preview was asked for, else to its end. What
 * is committed stays committed, also when it is stopped or killed: nothing is written twice. Throws `UnreadableFile`, `StaleModel`.
 */
export async function runImport(run: ImportRun, rejectedPath: string): Promise<void> {
  const { job, store } = run;
  const tide = await prepareStaging(run);
  try {
    if (job.preview && !job.confirmed) await preview(run, tide, rejectedPath);
    else await write(run, tide, rejectedPath);
  } catch (failure) {
    if (!(failure instanceof Cancelled)) throw failure;
    await conclude(run, rejectedPath, 'halted');
    await store.note(job.id, { status: 'cancelled', finishedAt: run.now() });
  }
}

/** Goes on with the rows that were staged; where they are gone, or another revision is published, they are staged anew from the first one that is not written. */
async function prepareStaging(run: ImportRun): Promise<Tide> {
  const { job, database, actor, staging, shape, store, file } = run;
  const session = database.session(actor.org);
  const { stagedTo, stagedAll, writtenTo } = job.progress;
  if (job.form?.revision === file.form.revision && (await staging.holds(session, stagedTo))) return new Tide(stagedTo, stagedAll);
  await staging.create(session, shape, writtenTo);
  await store.note(job.id, { stagedTo: writtenTo, stagedAll: false, checkedTo: 0, form: file.form });
  return new Tide(writtenTo, false);
}

async function preview(run: ImportRun, tide: Tide, rejectedPath: string): Promise<void> {
  const { job, store } = run;
  await store.note(job.id, { status: 'reading' });
  if (!tide.all) await stageFile(run, tide);
  await store.note(job.id, { status: 'checking' });
  const again = job.progress.checkedTo > 0 && job.expected ? { after: job.progress.checkedTo, counts: job.expected } : { after: 0, counts: noCounts };
  const counts = await walkStretches(run, tide, 'check', again);
  const expected = { ...counts, relatedCreated: await countMade(run) };
  await tellRejected(run, rejectedPath);
  await store.note(job.id, { status: 'ready', expected });
}

/** What is read is written behind, at the same time. */
async function write(run: ImportRun, tide: Tide, rejectedPath: string): Promise<void> {
  const { job, store, operations, actor, database, now, shape } = run;
  const session = database.session(actor.org);
  await store.note(job.id, { status: 'writing' });
  const fields = shape.filled.map(({ name }) => name);
  await operations.begin(session, { id: job.id, kind: 'import', title: { object: shape.object.name, action: ACTIONS[job.plan.mode], fields, fileName: job.fileName }, actor, source: 'import', at: now() });
  const stopping = <T>(work: Promise<T>): Promise<T> => work.catch((failure: unknown) => {
    tide.stop();
    throw failure;
  });
  const [staged, walked] = await Promise.allSettled([
    tide.all ? Promise.resolve() : stopping(stageFile(run, tide)),
    stopping(walkStretches(run, tide, 'write', { after: job.progress.writtenTo, counts: job.counts })),
  ]);
  if (staged.status === 'rejected') throw staged.reason;
  if (walked.status === 'rejected') throw walked.reason;
  await conclude(run, rejectedPath, 'done');
  await store.note(job.id, { status: 'done', finishedAt: now() });
}

const ACTIONS = { create: 'create', upsert: 'upsert', update: 'update' } as const;

/** What has to be told and cleared away when nothing more is written, however it ended. One that was halted may be gone on with. */
export async function conclude(run: ImportRun, rejectedPath: string, how: 'done' | 'halted'): Promise<ImportCounts> {
  const { job, store, operations, actor, database, staging, shape, model, now } = run;
  const { org } = actor;
  const session = database.session(org);
  const { counts = noCounts, progress = job.progress } = (await store.find(job.id)) ?? {};
  if (await staging.holds(session, 0)) {
    await tellRejected(run, rejectedPath);
    await (how === 'done' ? staging.drop(session) : staging.dropUntold(session, progress.writtenTo));
  }
  if (job.preview && !job.confirmed) return counts;
  const related = Object.entries(counts.relatedCreated);
  if (counts.created + counts.updated + related.length > 0) {
    await refreshStatistics(session, org.schema, model, [shape.object.name, ...related.map(([name]) => name)]);
    if (job.plan.automations === 'ONE_EVENT') await raiseImportDone(run, counts);
  }
  await operations.finish(session, org, job.id, {
    status: 'done',
    at: now(),
    counts: {
      [shape.object.id]: { created: counts.created, updated: counts.updated },
      ...Object.fromEntries(related.flatMap(([name, created]) => {
        const object = model.objectByName.get(name);
        return object && object !== shape.object ? [[object.id, { created }]] : [];
      })),
    },
  });
  return counts;
}

async function tellRejected(run: ImportRun, rejectedPath: string): Promise<void> {
  const { job, store, database, actor, staging, file } = run;
  const session = database.session(actor.org);
  const problems = await groupProblems(session, staging);
  // Of an import that was told before its worker died, nothing is left to be told.
  if (problems.length === 0) return;
  await store.note(job.id, { problems, rejectedSample: await sampleRejected(session, staging) });
  await writeRejectedFile(rejectedPath, file, session, staging);
}
