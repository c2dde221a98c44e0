/** Every form there is, by the name that callers ask for it by. */
import type { OrderListName } from '../../../domain/order-lists.ts';
import { digikeyPaste, digikeyUpload } from './digikey.ts';
import { farnell } from './farnell.ts';
import { jlcpcb } from './jlcpcb.ts';
import { lcsc } from './lcsc.ts';
import type { OrderListForm } from './list.ts';
import { mouserPaste, mouserUpload } from './mouser.ts';
import { newark } from './newark.ts';
import { tme } from './tme.ts';

export const FORMS: Readonly<Record<OrderListName, OrderListForm>> = {
  digikey_paste: digikeyPaste,
  digikey_upload: digikeyUpload,
  mouser_paste: mouserPaste,
  mouser_upload: mouserUpload,
  lcsc,
  jlcpcb,
  farnell,
  newark,
  tme,
};
