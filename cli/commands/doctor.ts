/**
 * `bomstream doctor`: looks at a running project from outside, one thing after the other, and says how to fix what is
 * wrong. It goes on after a fault wherever the rest can still be looked at, and clears away what it made.
 */
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import { DatabaseError } from '../../shared/database/port.ts';
import { messageOf } from '../api-client.ts';
import { describe, outputOf } from '../command.ts';
import { checkCron } from '../doctor/cron.ts';
import { fail, type Finding } from '../doctor/finding.ts';
import {
  askFunctions,
  bootFunctions,
  checkDeployed,
  checkReleases,
  checkSettings,
  doesBoot,
} from '../doctor/functions.ts';
import { checkInvocations } from '../doctor/invocations.ts';
import { enter, entered } from '../doctor/member.ts';
import { checkProject, checkVersion } from '../doctor/project.ts';
import { checkRpcs, mendRpcs } from '../doctor/rpcs.ts';
import { checkRun, type Later } from '../doctor/run.ts';
import { findTarget, openSite, type Site, type Target } from '../doctor/site.ts';
import { checkStaleKeys, checkStores } from '../doctor/stores.ts';
import { checkSuppliers } from '../doctor/suppliers.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Output, say } from '../output.ts';

export default function define(command: Command): void {
  describe(command, [
    ['bomstream doctor', 'of the stack that npm start runs in this folder'],
    ['bomstream doctor --output json', 'what was found, for programs'],
  ]).action(async (_options: unknown, command: Command) => {
    process.exitCode = await doctor(outputOf(command));
  });
}

/**
 * What is found, as it is found.
 * @param later what is to be done at the end, whatever happens until then
 */
async function* examine(target: Target, later: Later): AsyncGenerator<Finding> {
  const { finding, answers } = await checkProject(target);
  yield finding;
  if (!answers) return;

  const site = openSite(target);
  const version = await checkVersion(target);
  yield version;
  const hasDatabase = version.state === 'ok';
  const muted = hasDatabase ? await whyMuted(site) : null;
  if (muted) yield muted;
  const tells = hasDatabase && !muted;
  if (tells) {
    yield* await tried('The functions of the database', async () => [checkRpcs(await site.health())]);
    yield* await tried('Cron', () => checkCron(site.health, { wait: delay, now: Date.now }));
    yield* await tried('Invocations of runners', () => checkInvocations(site, delay));
  }

  let statuses: ReadonlyMap<string, number> = new Map();
  yield* await tried('The functions', async () => checkDeployed(statuses = await bootFunctions(target)));
  const boots = (...names: readonly string[]) => names.every((name) => doesBoot(statuses.get(name)));
  if (boots('enrichment-stream')) {
    yield* await tried('The health of the functions', () => checkFunctions(site, tells));
  }

  if (boots('boms')) {
    // An older database might not let everything be cleared away.
    const mayRun = hasDatabase && boots('enrichment', 'enrichment-stream', 'enrichment-runner');
    yield* examineAsMember(site, mayRun, later);
  }
  // Last, since the run has asked them.
  if (tells) yield* await tried('Suppliers', async () => checkSuppliers(await site.health()));
}

async function* examineAsMember(site: Site, mayRun: boolean, later: Later): AsyncGenerator<Finding> {
  const member = await enter(site);
  if ('state' in member) {
    yield member;
    return;
  }
  yield entered(site.email);
  if (mayRun) yield* checkRun(member, site.database, later);
}

/** Once for all that is asked of it; null where it answers. */
async function whyMuted({ health }: Site): Promise<Finding | null> {
  try {
    await health();
    return null;
  } catch (error) {
    return fail(
      `The database cannot be asked about its functions, cron, invocations and suppliers: ${
        messageOf(error)
      }`,
      mendOf(error),
    );
  }
}

async function checkFunctions(site: Site, tells: boolean): Promise<Finding[]> {
  const told = await askFunctions(site);
  if ('state' in told) return [told];
  const { operator: { needs_database, settings, stale_keys } } = told;
  return [
    ...tells ? [checkReleases(needs_database, (await site.health()).version)] : [],
    ...checkSettings(settings),
    ...checkStores(told),
    checkStaleKeys({ stale_keys, prefix: settings.redis_prefix }),
  ];
}

/** What stands in the way of one check does not keep the others from being made. */
async function tried(what: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [fail(`${what} cannot be checked: ${messageOf(error)}`, mendOf(error))];
  }
}

const mendOf = (error: unknown) =>
  error instanceof DatabaseError
    ? mendRpcs([error.functionName])
    : 'If the sentence does not say why, the logs of the project do.';

/** @returns the exit code */
async function doctor(output: Output): Promise<ExitCode> {
  const target = await findTarget();
  const findings: Finding[] = [];
  const show = (finding: Finding) => {
    findings.push(finding);
    return finding;
  };
  async function* shown(): AsyncGenerator<Finding> {
    if ('state' in target) {
      yield show(target);
      return;
    }
    const undos: { readonly undo: () => Promise<unknown>; readonly mend: string }[] = [];
    const left: Finding[] = [];
    let clearing: Promise<void> | undefined;
    /** Once, at the end or for a signal; a second caller waits for the first. */
    const clearAway = () => clearing ??= undoAll();
    async function undoAll(): Promise<void> {
      for (const { undo, mend } of undos.reverse()) {
        try {
          await undo();
        } catch (error) {
          const says = `What the doctor made could not be cleared away: ${messageOf(error)}`;
          left.push(fail(says, mend));
        }
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () =>
        void clearAway().then(() => {
          left.forEach((finding) => say(inWords(finding)));
          process.exit(EXIT.interrupted);
        }));
    }
    try {
      const later: Later = (undo, mend) => void undos.push({ undo, mend });
      for await (const finding of examine(target, later)) yield show(finding);
    } finally {
      await clearAway();
    }
    yield* left.map(show);
  }
  await output.each(shown(), inWords);
  if (output.format === 'text') output.value(null, () => summarize(findings));
  return findings.some(({ state }) => state === 'fail') ? EXIT.failed : EXIT.done;
}

function inWords({ state, says, mend }: Finding): string {
  return `${state === 'fail' ? 'FAIL' : state.padEnd(4)}  ${says}${mend ? `\n      ${mend}` : ''}`;
}

function summarize(findings: readonly Finding[]): string {
  const count = (wanted: Finding['state']) => findings.filter(({ state }) => state === wanted).length;
  const [failed, warned] = [count('fail'), count('warn')];
  const things = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  const warnings = warned > 0 ? `${failed > 0 ? ', and' : ', with'} ${things(warned, 'warning')}` : '';
  return `\n${failed > 0 ? `${things(failed, 'fault')} found` : 'Everything works'}${warnings}.`;
}
