import { readConfig } from '../../shared/config.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createAuthenticate } from '../../shared/http/auth.ts';
import { createOpenSecret } from '../../shared/http/secrets.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createRouter } from '../../shared/http/router.ts';
import { createLog } from '../../shared/log.ts';
import { createOrganizationRoutes } from '../../shared/organizations/routes.ts';
import { createResolveHost } from '../../shared/webhooks/address.ts';
import { createWatchingRoutes } from '../../shared/organizations/watching-routes.ts';

const config = readConfig(Deno.env.toObject());
const log = createLog('organizations', console.log);
const database = createSupabaseDatabase({ url: config.supabaseUrl, secretKey: config.secretKey, log });
const dependencies = {
  database,
  authenticate: createAuthenticate(config.tokens, createOpenSecret(database)),
  log,
  addresses: { resolve: createResolveHost(Deno.resolveDns), allowsLoopback: config.webhookLoopback },
};

Deno.serve(createRouter({
  cors: createCors(config.allowedOrigins),
  log,
  routes: [...createOrganizationRoutes(dependencies), ...createWatchingRoutes(dependencies)],
}));
