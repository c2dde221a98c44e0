/** Whether the database can call a runner: with what Vault holds, through pg_net, and by a call that is really made. */
import { z } from 'zod';
import { type CallFault, callFault, type RunnerCall } from '../../shared/database/health.ts';
import { addressOf } from '../project.ts';
import { fail, type Finding, ok, warn } from './finding.ts';
import type { Site } from './site.ts';

/** pg_net gives a call up after 2 s; the rest is for others that wait before it. */
const ANSWER_MS = 10_000;
const LOOK_MS = 250;

const updateSecret = (name: string, value: string) =>
  `select vault.update_secret((select id from vault.secrets where name = '${name}'), '${value}');`;

export async function checkInvocations(
  site: Pick<Site, 'apiUrl' | 'database' | 'health'>,
  wait: (ms: number) => Promise<void>,
): Promise<Finding[]> {
  const health = await site.health();
  const findings: Finding[] = [];
  for (const name of health.missing_secrets) {
    const value = name === 'project_url' ? site.apiUrl : '<the value of BOMSTREAM_RUNNER_KEY>';
    findings.push(fail(`Vault has no secret ${name}.`, `select vault.create_secret('${value}', '${name}');`));
  }
  if (!health.has_pg_net) {
    findings.push(fail('pg_net is not enabled, so cron cannot invoke runners.', 'create extension pg_net;'));
  }
  if (findings.length > 0) return findings;

  for (const role of health.net_open_to) {
    findings.push(fail(
      `The role ${role} may read net.http_request_queue, whose headers hold the runner's key.`,
      'Run as the owner of the schema: revoke all on all tables in schema net from public, anon, authenticated;',
    ));
  }
  const call = await callRunner(site, wait);
  const fault = callFault(call);
  if (fault !== null) return [...findings, explain(fault, call, site.apiUrl, health.project_url)];
  findings.push(ok('The database invoked a runner through pg_net, and the runner answered'));
  const { unanswered_invocations: silent, invocations } = health;
  if (silent > 0) {
    findings.push(warn(
      `Of ${invocations} invocations of runners within the last hour, ${silent} got no answer.`,
      'Runs continued without them. If the number grows, restart the worker of pg_net: select net.worker_restart();',
    ));
  }
  return findings;
}

async function callRunner(
  { database, health }: Pick<Site, 'database' | 'health'>,
  wait: (ms: number) => Promise<void>,
): Promise<RunnerCall> {
  const { call } = await database.call('bomstream_invoke', {}, z.object({ call: z.int() }));
  for (let waited = 0; waited < ANSWER_MS; waited += LOOK_MS) {
    const { call: answer } = await health(call);
    if (answer) return answer;
    await wait(LOOK_MS);
  }
  return { status_code: null, error: 'no answer' };
}

const FAULTS: Readonly<Record<CallFault, readonly [says: string, mend: string]>> = {
  silent: [
    'made no call: its worker is down, or its queue does not move',
    'select net.worker_restart(); If that does not help, restart the database.',
  ],
  timeout: [
    'called the runner, which did not answer within 2 s',
    'The log of enrichment-runner says why. To start it anew: npx supabase functions deploy enrichment-runner --use-api',
  ],
  unreachable: [
    'could not reach the runner',
    'See in the dashboard whether the project is paused or restarting.',
  ],
  refused: [
    'called the runner, which refused the key: runner_key in Vault is not BOMSTREAM_RUNNER_KEY',
    updateSecret('runner_key', '<the value of BOMSTREAM_RUNNER_KEY>'),
  ],
  not_found: ['found no runner', 'npx supabase functions deploy enrichment-runner --use-api'],
  limits: [
    'called the runner, which ran out of memory or CPU time',
    'update bomstream.settings set max_runners = 2; and, on the free plan: npx supabase secrets set BOMSTREAM_WALL_CLOCK_SECONDS=150',
  ],
  failed: [
    'called the runner, which failed',
    'The log of enrichment-runner says why. 503 means that it does not boot; the log names the setting: npx supabase secrets set NAME=value',
  ],
};

function explain(
  fault: CallFault,
  { status_code, error }: RunnerCall,
  apiUrl: string,
  projectUrl: string | null,
): Finding {
  const [what, mend] = FAULTS[fault];
  const said = fault === 'silent' ? '' : ` (${error ?? `status ${status_code}`})`;
  // Whatever answers elsewhere says nothing about this project.
  if (fault !== 'silent' && addressOf(projectUrl ?? '') !== apiUrl) {
    return fail(
      `project_url in Vault is ${projectUrl}, and not this project: pg_net ${what}${said}.`,
      updateSecret('project_url', apiUrl),
    );
  }
  return fail(`pg_net ${what}${said}.`, mend);
}
