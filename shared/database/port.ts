/** The database as the product sees it: functions that take named arguments and return one JSON value. */
import type { z } from 'zod';

export interface Database {
  /**
   * Calls a function of schema `public` and checks what it returns.
   * @throws Problem when the function refuses (its status, code and sentence)
   * @throws DatabaseUnavailable when it cannot be reached or does not answer in time
   * @throws DatabaseError for anything else the database reports
   */
  call<T>(name: string, args: Readonly<Record<string, unknown>>, schema: z.ZodType<T>): Promise<T>;
}

export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  constructor(readonly code: string, functionName: string) {
    super(`${functionName} failed with SQLSTATE ${code}`);
  }
}
