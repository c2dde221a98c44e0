/** The page that ours is measured beside: the same lines as a table of plain HTML, which a server wrote. */
import type { Json } from '../../support/tenant.ts';

const escape = (text: unknown) => String(text ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function plainPage(lines: readonly Json[]): string {
  const rows = lines.map(({ line_number, status, designators, quantity, mpn, value, result }) => {
    const cells = [
      line_number,
      status,
      designators,
      quantity,
      mpn,
      value,
      result?.component?.mpn,
      result?.component?.manufacturer,
      Object.values(result?.component?.facts ?? {}).map((fact) => [fact].flat().join(' ')).join(' · '),
    ];
    return `<tr data-line="${line_number}">${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Plain</title><h1>Ready to order for 1 board.</h1><table><tbody>${
    rows.join('')
  }</tbody></table>`;
}

export interface PlainServer {
  readonly url: string;
  stop(): Promise<void>;
}

export function servePlain(pages: Readonly<Record<string, string>>): PlainServer {
  const server = Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: () => {} }, ({ url }) => {
    const page = pages[new URL(url).pathname];
    return new Response(page ?? 'not found', {
      status: page === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  });
  return { url: `http://127.0.0.1:${server.addr.port}`, stop: () => server.shutdown() };
}
