/** Reading variables of an environment, so that a wrong deployment says at once what is wrong with it. */
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

export const httpUrl = z.url({ protocol: /^https?$/ });

/** @throws Error that names every variable that is missing or wrong, and never a value */
export function readEnvironment<Output>(schema: z.ZodType<Output>, environment: Environment): Output {
  const { data, error } = schema.safeParse(environment);
  if (!error) return data;
  const wrong = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${wrong.join('; ')}`);
}
