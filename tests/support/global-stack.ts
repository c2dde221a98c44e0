/** One stack, and one template database, for all tests of a run that want no settings of their own. */
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../../local/database.ts';
import pg from 'pg';
import { type StackAddress, startTestStack, type TestStack } from './stack.ts';

export const TEMPLATE = 'bomstream_template';

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackAddress;
  }
}

/** A project has a copy of this module of its own, and they all run in one process. */
const shared = globalThis as typeof globalThis & {
  bomstreamStack?: Promise<TestStack>;
  bomstreamUsers?: number;
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.bomstreamUsers = (shared.bomstreamUsers ?? 0) + 1;
  const stack = await (shared.bomstreamStack ??= start());
  const { apiUrl, pageUrl, pagePort, adminUrl, redis, keys } = stack;
  project.provide('stack', { apiUrl, pageUrl, pagePort, adminUrl, redis, keys });
  return async () => {
    shared.bomstreamUsers! -= 1;
    if (shared.bomstreamUsers === 0) await stack.stop();
  };
}

async function start(): Promise<TestStack> {
  const stack = await startTestStack({ settings: { BOMSTREAM_WEBHOOK_LOOPBACK: 'true' } });
  await makeTemplate(stack.adminUrl);
  return stack;
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await prepareDatabase(Object.assign(new URL(adminUrl), { pathname: `/${TEMPLATE}` }).href);
}
