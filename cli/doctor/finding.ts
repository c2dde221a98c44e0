/** What the doctor finds: one thing that was looked at, how it is, and what fixes it. */

export interface Finding {
  /** `warn`: it works, and not as well as it could, or only until something else fails. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly says: string;
  /** The command or the step that fixes it. */
  readonly mend?: string;
}

export const ok = (says: string): Finding => ({ state: 'ok', says });
export const warn = (says: string, mend: string): Finding => ({ state: 'warn', says, mend });
export const fail = (says: string, mend: string): Finding => ({ state: 'fail', says, mend });
