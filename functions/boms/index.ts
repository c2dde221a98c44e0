import { createBomEndpoint } from '../../shared/bom/endpoint.ts';
import { readConfig } from '../../shared/config.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createAuthenticate } from '../../shared/http/auth.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createLog } from '../../shared/http/log.ts';

const config = readConfig(Deno.env.toObject());

Deno.serve(createBomEndpoint({
  database: createSupabaseDatabase({ url: config.supabaseUrl, secretKey: config.secretKey }),
  authenticate: createAuthenticate(config.tokens),
  cors: createCors(config.allowedOrigins),
  log: createLog('boms', console.log),
}));
