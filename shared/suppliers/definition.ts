/** What a supplier's folder declares, so that one line in registry.ts enables it wherever its key is set. */
import { z } from 'zod';
import { type Environment, readEnvironment } from '../environment.ts';
import type { Log } from '../log.ts';
import type { CallLimits, Supplier } from './port.ts';

export interface SupplierDependencies {
  readonly log: Log;
}

export interface SupplierDefinition {
  readonly name: string;
  /**
   * The supplier with the settings that `environment` has for it; null where none of the variables that it needs is set,
   * which is how it is off.
   * @throws Error that names every variable of the supplier's that is missing or wrong
   */
  configure(environment: Environment, dependencies: SupplierDependencies): Supplier | null;
}

/** `env` has a schema for each variable; those that may be left out are optional. */
export function defineSupplier<Env extends Readonly<Record<string, z.ZodType>>>(
  { name, limits, env, create }: {
    readonly name: string;
    readonly limits: CallLimits;
    readonly env: Env;
    readonly create: (
      settings: z.output<z.ZodObject<Env>>,
      dependencies: SupplierDependencies,
    ) => Omit<Supplier, 'limits'>;
  },
): SupplierDefinition {
  const schema = z.object(env);
  const needed = Object.keys(env).filter((variable) => !env[variable]?.safeParse(undefined).success);
  return {
    name,
    configure(environment, dependencies) {
      if (needed.some((variable) => environment[variable] !== undefined)) {
        return { ...create(readEnvironment(schema, environment), dependencies), limits };
      }
      // A wrong address is said to be wrong before there is a key for it.
      readEnvironment(schema.partial(), environment);
      return null;
    },
  };
}
