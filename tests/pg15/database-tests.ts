/** The integration tests that ask nothing but a database, which must hold on any PostgreSQL the product may meet. */
import { readdirSync, readFileSync } from 'node:fs';

const INTEGRATION = new URL('../integration/', import.meta.url);

/** Their paths from the root of the project: the files that make themselves a database and ask for no stack. */
export function databaseTests(): string[] {
  return readdirSync(INTEGRATION)
    .filter((file) => {
      const source = readFileSync(new URL(file, INTEGRATION), 'utf8');
      return source.includes('useDatabase()') && !/inject\('stack'\)|startTestStack/.test(source);
    })
    .map((file) => `tests/integration/${file}`);
}
