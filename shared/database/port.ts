/** The database as the product sees it: functions that take named arguments and return one JSON value. */
import type { z } from 'zod';
import type { Arguments, FunctionName } from './functions.ts';
import { Refusal } from '../domain/refusal.ts';

export interface Database {
  /**
   * Calls a function of schema `public` and checks what it returns.
   * @throws Refusal when the function refuses (its kind, code and sentence)
   * @throws DatabaseOutdated when it is older than the functions need
   * @throws DatabaseUnavailable when it cannot be reached or does not answer in time
   * @throws DatabaseError for anything else the database reports
   */
  call<Name extends FunctionName, T>(name: Name, args: Arguments<Name>, schema: z.ZodType<T>): Promise<T>;
}

/** The database cannot be reached, which is nobody's fault who asks, and passes. */
export class DatabaseUnavailable extends Refusal {
  constructor() {
    super('unavailable', 'database_unavailable', 'The database does not answer. Try again in a moment.', {
      retryAfterSeconds: 5,
    });
    this.name = 'DatabaseUnavailable';
  }
}

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  constructor(readonly code: string, readonly functionName: string) {
    super(`${functionName} failed with SQLSTATE ${code}`);
  }
}
