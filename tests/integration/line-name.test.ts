/** How the database calls a line in its sentences: as nameOfLine does. */
import { expect, it } from 'vitest';
import { prepareDatabase } from '../../local/database.ts';
import { useDatabase } from '../support/database.ts';
import { NAMED_LINES } from '../unit/support/named-lines.ts';

const database = useDatabase((url) => prepareDatabase(url));

it.each(NAMED_LINES)('%o is $name', async ({ name, begins = name, ...line }) => {
  const [called] = await database.query(
    `select bomstream.line_name(l) as within, bomstream.line_name(l, true) as begins
     from jsonb_populate_record(null::bomstream.bom_lines, $1) l`,
    [JSON.stringify(line)],
  );
  expect(called).toEqual({ within: name, begins });
});
