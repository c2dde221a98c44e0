/** A line as lists have it, and what they know of its component. */
import type { Answer } from '../../../client/client.ts';
import type { FieldName } from '../../../shared/domain/fields.ts';

/** A page of lines. */
export type LinesPage = Pick<Answer<'GET /boms/:bom_id/lines'>, 'event_id' | 'lines' | 'next'>;
export type Line = LinesPage['lines'][number];
/** A component as a list of lines has it. Fields with their sources, and offers, are read with the one line. */
export type ListedComponent = NonNullable<NonNullable<Line['result']>['component']>;
/** One field of a component in short: its value, with the unit where it has one. */
export type Fact = NonNullable<ListedComponent['facts'][FieldName]>;
