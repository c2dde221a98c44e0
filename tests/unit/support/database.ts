/** A database whose functions a test writes itself. Their answers are checked as the real adapter checks them. */
import type { Database } from '../../../shared/database/port.ts';

export type Functions = Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>;

export interface FakeDatabase extends Database {
  readonly calls: { readonly name: string; readonly args: Readonly<Record<string, unknown>> }[];
}

/** A function that is missing here must not be called. One that throws fails the call. */
export function fakeDatabase(functions: Functions = {}): FakeDatabase {
  const calls: FakeDatabase['calls'] = [];
  return {
    calls,
    async call(name, args, schema) {
      calls.push({ name, args });
      const answer = functions[name];
      if (!answer) throw new Error(`unexpected call of ${name}`);
      return schema.parse(await answer(args));
    },
  };
}
