/** Many clients in one process: raw sockets that count what arrives and throw it away. */

/** Connections that are being opened at the same time: fewer than any listen queue holds. */
const OPENING_AT_ONCE = 50;
/** Stands once in every event and nowhere else, so counting needs no parser and no packet boundary can hide one. */
const MARK = '~'.charCodeAt(0);
/** A delivery takes milliseconds; past this it is lost. */
const LOST_AFTER_MS = 10_000;

export interface Load {
  readonly arrived: number;
  /** Waits until that many events have arrived at all clients together; @throws when they do not */
  until(arrivals: number): Promise<void>;
  close(): void;
}

/** Opens streams and returns once each has received its first bytes. */
export async function openLoad(port: number, path: string, clients: number): Promise<Load> {
  const connections: Deno.TcpConn[] = [];
  let arrived = 0;
  let wake = () => {};

  let begun = 0;
  async function open(): Promise<void> {
    while (begun < clients) {
      begun += 1;
      const connection = await connectStream(port, path);
      connections.push(connection);
      const buffer = new Uint8Array(16 * 1024);
      const first = await connection.read(buffer);
      if (first === null) throw new Error('a stream ended before it began');
      const [status] = new TextDecoder().decode(buffer.subarray(0, first)).split('\r\n', 1);
      // what is refused costs next to nothing, and would be measured as that
      if (!status?.startsWith('HTTP/1.1 200')) throw new Error(`a stream was refused: ${status}`);
      void count(connection, buffer);
    }
  }
  async function count(connection: Deno.TcpConn, buffer: Uint8Array): Promise<void> {
    try {
      for (let read = await connection.read(buffer); read !== null; read = await connection.read(buffer)) {
        for (let i = buffer.indexOf(MARK); i >= 0 && i < read; i = buffer.indexOf(MARK, i + 1)) arrived += 1;
        wake();
      }
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource || error instanceof Deno.errors.Interrupted)) {
        throw error;
      }
    }
  }

  await Promise.all(Array.from({ length: OPENING_AT_ONCE }, open));
  return {
    get arrived() {
      return arrived;
    },
    async until(arrivals) {
      const deadline = Date.now() + LOST_AFTER_MS;
      while (arrived < arrivals) {
        if (Date.now() > deadline) {
          throw new Error(`${arrivals - arrived} of ${arrivals} events never arrived`);
        }
        let timer: ReturnType<typeof setTimeout> | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, LOST_AFTER_MS);
        });
        clearTimeout(timer);
      }
    },
    close: () => connections.forEach((connection) => connection.close()),
  };
}

/** A client that asks for a stream and has read nothing of it yet. */
export async function connectStream(port: number, path: string): Promise<Deno.TcpConn> {
  const connection = await Deno.connect({ hostname: '127.0.0.1', port });
  await connection.write(
    new TextEncoder().encode(`GET ${path} HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n`),
  );
  return connection;
}
