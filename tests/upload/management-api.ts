/**
 * A stand-in for the part of Supabase's Management API that a deployment of functions speaks to. It keeps what it
 * is sent, so that a test can look at a deployment as the platform receives it.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

export const PROJECT_REF = 'abcdefghijklmnopqrst';
/** The CLI insists on the form of a real one. */
export const ACCESS_TOKEN = `sbp_${'0'.repeat(40)}`;

export interface UploadedFile {
  /** Relative to the project's root. */
  readonly path: string;
  readonly text: string;
}

export interface Upload {
  readonly slug: string;
  readonly metadata: unknown;
  readonly files: readonly UploadedFile[];
}

export interface ManagementApi {
  readonly url: string;
  readonly uploads: readonly Upload[];
  /** Names of the functions that were put to work after all uploads. */
  readonly activated: readonly string[];
  /** Requests that no deployment needs, those to other servers included. */
  readonly unexpected: readonly string[];
  close(): Promise<void>;
}

const Activation = z.array(z.object({ slug: z.string() }));

export async function startManagementApi(): Promise<ManagementApi> {
  const uploads: Upload[] = [];
  const activated: string[] = [];
  const unexpected: string[] = [];

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`) {
      unexpected.push(`${request.method} ${request.url} with the credentials of somebody else`);
      return { status: 401, body: { message: 'Unauthorized' } };
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const project = `/v1/projects/${PROJECT_REF}`;
    switch (`${request.method} ${url.pathname}`) {
      case `GET ${project}`:
        return { status: 200, body: describeProject() };
      case `POST ${project}/functions/deploy`: {
        const slug = url.searchParams.get('slug') ?? '';
        uploads.push(await readUpload(slug, request));
        return { status: 201, body: describeFunction(slug) };
      }
      case `PUT ${project}/functions`: {
        const functions = Activation.parse(JSON.parse((await buffer(request)).toString()));
        activated.push(...functions.map(({ slug }) => slug));
        return { status: 200, body: { functions: activated.map(describeFunction) } };
      }
      default:
        unexpected.push(`${request.method} ${request.url}`);
        return { status: 404, body: { message: 'Not found' } };
    }
  }

  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request).catch((error: unknown) => {
      unexpected.push(`${request.method} ${request.url}: ${error}`);
      return { status: 500, body: { message: String(error) } };
    });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  // The CLI has this server for its proxy: whatever it wants of the internet ends here and is seen.
  server.on('connect', (request, socket) => {
    unexpected.push(`CONNECT ${request.url}`);
    // It may well hang up on hearing no.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    uploads,
    activated,
    unexpected,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readUpload(slug: string, request: IncomingMessage): Promise<Upload> {
  const form = await new Response(await buffer(request), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  const files: UploadedFile[] = [];
  for (const file of form.getAll('file')) {
    if (typeof file === 'string') throw new Error(`${slug}: a file was sent as a plain field`);
    files.push({ path: file.name, text: await file.text() });
  }
  return { slug, metadata: JSON.parse(String(form.get('metadata'))), files };
}

function describeFunction(slug: string) {
  return { id: `id-of-${slug}`, slug, name: slug, status: 'ACTIVE', version: 1 };
}

function describeProject() {
  return {
    id: PROJECT_REF,
    ref: PROJECT_REF,
    organization_id: 'organization',
    name: 'bomstream',
    region: 'eu-west-1',
    created_at: '2026-01-01T00:00:00Z',
    status: 'ACTIVE_HEALTHY',
  };
}
