/** Every route there is. A new one joins the file of its function, and the list below. */
import { z } from 'zod';
import * as boms from './boms.ts';
import * as exports from './export.ts';
import * as enrichment from './enrichment.ts';
import * as intake from './intake.ts';
import * as keys from './keys.ts';
import * as judging from './judging.ts';
import * as orders from './order-lists.ts';
import * as organizations from './organizations.ts';
import type { Contract } from './route.ts';
import * as runner from './runner.ts';
import * as stream from './stream.ts';
import * as watching from './watching.ts';

/** In the order of docs/api.md. */
export const ROUTES = [
  intake.previewBom,
  boms.createBom,
  boms.listBoms,
  boms.readBom,
  boms.changeBom,
  boms.releaseBom,
  boms.deleteBom,
  boms.listRuns,
  judging.readSummary,
  judging.readVerdicts,
  judging.compareBoms,
  judging.compareRuns,
  boms.readLines,
  boms.readLine,
  boms.readEquivalents,
  boms.readConsolidations,
  exports.exportBom,
  exports.readExport,
  orders.readOrderList,
  orders.exportOrderList,
  boms.changeLine,
  boms.reviewLines,
  boms.listChanges,
  keys.listLinks,
  keys.createLink,
  keys.revokeLink,
  boms.readOpenApi,
  enrichment.startRun,
  enrichment.controlRun.pause,
  enrichment.controlRun.resume,
  enrichment.controlRun.cancel,
  enrichment.readStatus,
  enrichment.createTicket,
  stream.streamBom,
  stream.streamOrganization,
  stream.readHealth,
  organizations.createOrganization,
  organizations.listOrganizations,
  organizations.readOrganization,
  organizations.renameOrganization,
  organizations.deleteOrganization,
  organizations.readSettings,
  organizations.changeSettings,
  organizations.listMembers,
  organizations.leaveOrganization,
  organizations.changeMember,
  organizations.removeMember,
  organizations.listInvitations,
  organizations.createInvitation,
  organizations.revokeInvitation,
  organizations.lookAtInvitation,
  organizations.acceptInvitation,
  keys.listKeys,
  keys.createKey,
  keys.revokeKey,
  organizations.listProjects,
  organizations.createProject,
  organizations.renameProject,
  organizations.deleteProject,
  organizations.listComponents,
  organizations.writeComponents,
  organizations.changeComponent,
  organizations.deleteComponent,
  watching.listRunChanges,
  organizations.whereUsed,
  organizations.listStock,
  organizations.writeStock,
  organizations.deleteStock,
  organizations.listPrices,
  organizations.writePrices,
  organizations.deletePrices,
  watching.listWebhooks,
  watching.createWebhook,
  watching.changeWebhook,
  watching.deleteWebhook,
  watching.testWebhook,
  watching.listDeliveries,
  organizations.exportOrganization,
  runner.runRunner,
] as const;

/** Files of routes: a route has the name that its file gives it. */
const FILES: Readonly<Record<string, unknown>> = {
  ...intake,
  ...boms,
  ...exports,
  ...orders,
  ...judging,
  ...enrichment,
  ...stream,
  ...organizations,
  ...watching,
  ...keys,
  ...runner,
};

/** For programs that are made from OpenAPI. */
export function nameOf(route: Contract): string {
  return Object.entries(FILES).find(([, value]) => value === route)![0];
}

/** What several routes take or answer, by name. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.entries(FILES).flatMap(([name, value]) => value instanceof z.ZodType ? [[name, value]] : []),
);
