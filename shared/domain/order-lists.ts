/** Words of order lists. */
import { LEFT_OUT } from './judging.ts';

/** What can be made: one form of one distributor each. */
export const ORDER_LISTS = [
  'digikey_paste',
  'digikey_upload',
  'mouser_paste',
  'mouser_upload',
  'lcsc',
  'jlcpcb',
  'farnell',
  'newark',
  'tme',
] as const;
export type OrderListName = (typeof ORDER_LISTS)[number];

/**
 * Why a line is not on a list. `ask`: somebody has to decide first. `wrong`: left out because that was asked for.
 * `own_stock`: what is on hand is enough. `not_sold`: everything was asked of the one distributor, who is not known to sell it.
 * `elsewhere`: another supplier sells it for less. `other_list`: nobody is known to sell
 * it, so that it stands on one distributor's list alone. `no_number`: the distributor
 * takes its own numbers alone, and nobody says this one. `unwritable`: the number has a character that separates cells.
 * `no_designators`: nobody says where it is placed.
 */
export const NOT_LISTED = [
  'wrong',
  'ask',
  ...LEFT_OUT,
  'own_stock',
  'not_sold',
  'elsewhere',
  'other_list',
  'no_number',
  'unwritable',
  'no_designators',
] as const;
export type NotListed = (typeof NOT_LISTED)[number];
