/** The SDK in a page, which the test tells what to do. */
import * as sdk from '../../../client/index.ts';
import { type Command, type Order, type Report, run } from './runner.ts';

declare function report(key: number, report: Report): void;

const watchings = new Map<number, (command: Command) => void>();

Object.assign(globalThis, {
  obey(key: number, order: Order | Command): void {
    if (typeof order === 'string') watchings.get(key)?.(order);
    else watchings.set(key, run(sdk, order, (said) => report(key, said)));
  },
});
