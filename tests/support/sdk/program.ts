/** The SDK under Deno: orders on stdin, reports on stdout, one JSON object a line. Ends with stdin. */
import * as sdk from '../../../client/index.ts';
import { type Command, type Order, run } from './runner.ts';

declare const Deno: {
  readonly stdin: {
    readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  };
  exit(code: number): never;
};

const watchings = new Map<number, (command: Command) => void>();
let pending = '';
for await (
  const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())
) {
  const lines = (pending + text).split('\n');
  pending = lines.pop() ?? '';
  for (const line of lines) {
    const { key, order } = JSON.parse(line) as {
      key: number;
      order: Order | Command;
    };
    if (typeof order === 'string') watchings.get(key)?.(order);
    else {
      watchings.set(
        key,
        run(
          sdk,
          order,
          (report) => console.log(JSON.stringify({ key, report })),
        ),
      );
    }
  }
}
Deno.exit(0);
