/** One stack, and one template database, for all integration tests of a run. */
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../../local/database.ts';
import pg from 'pg';
import { type StackAddress, startTestStack } from './stack.ts';

export const TEMPLATE = 'bomstream_template';

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackAddress;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startTestStack();
  const { apiUrl, pageUrl, pagePort, adminUrl, redis, keys } = stack;
  await makeTemplate(adminUrl);
  project.provide('stack', { apiUrl, pageUrl, pagePort, adminUrl, redis, keys });
  return () => stack.stop();
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await prepareDatabase(Object.assign(new URL(adminUrl), { pathname: `/${TEMPLATE}` }).href);
}
