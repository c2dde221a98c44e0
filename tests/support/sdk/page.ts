/** The SDK in a page, which the test tells what to do. */
import * as sdk from '../../../client/index.ts';
import { type Order, type Report, run } from './runner.ts';

declare function report(key: number, report: Report): void;

const closers = new Map<number, () => void>();

Object.assign(globalThis, {
  obey(key: number, order: Order | null): void {
    if (order === null) closers.get(key)?.();
    else closers.set(key, run(sdk, order, (said) => report(key, said)));
  },
});
