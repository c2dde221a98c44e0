/** Files of a workbook, filled side by side. */
import { Bytes } from './bytes.ts';
import type { ZipEntry } from './zip.ts';

/** A file in the archive. What is written to it waits in `bytes`. */
export class Part {
  readonly bytes = new Bytes();

  constructor(readonly entry: ZipEntry, begin: string) {
    this.bytes.addText(begin);
  }

  flush(): Promise<void> {
    return this.entry.write(this.bytes);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.entry.close();
  }
}

/** @param begin what the file begins with */
export type NewPart = (name: string, begin: string) => Part;
