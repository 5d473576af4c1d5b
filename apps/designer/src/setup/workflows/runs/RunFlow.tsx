import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import type { Run } from '../automation-types.js';
import { TracedFlow } from '../trace/TracedFlow.js';
import { workflowVersionsOptions } from '../versions/version-queries.js';

interface RunFlowProps {
  readonly run: Run;
  readonly objects: readonly ObjectDescription[];
}

/** The workflow as it was when the run began, with the way that the run took. */
export function RunFlow({ run, objects }: RunFlowProps) {
  const { data: versions = [] } = useQuery(workflowVersionsOptions(run.workflow));
  const version = versions.find(({ number }) => number <= run.revision);
  return version ? <TracedFlow workflow={version.document} objects={objects} traced={run} /> : null;
}
