/** Debian's packages that these tests use, each with a file that nothing else brings. */

/** Where the server's programs are. */
export const BINARIES = '/usr/lib/postgresql/15/bin';

export const PACKAGES: Readonly<Record<string, string>> = {
  'postgresql-15': `${BINARIES}/initdb`,
  'postgresql-15-cron': '/usr/lib/postgresql/15/lib/pg_cron.so',
  'postgresql-15-pgtap': '/usr/share/postgresql/15/extension/pgtap.control',
  'postgresql-15-plpgsql-check': '/usr/lib/postgresql/15/lib/plpgsql_check.so',
  'libtap-parser-sourcehandler-pgtap-perl': '/usr/bin/pg_prove',
};
