/** The part of Supabase Auth that the product uses: sign-up, password sign-in, refresh, the user, sign-out, JWKS. It sends no mail. */
import { importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type pg from 'pg';

/** As hosted by default. */
const ACCESS_TOKEN_SECONDS = 3600;
const MIN_PASSWORD_CHARS = 6;

export interface Auth {
  readonly jwks: { readonly keys: readonly JWK[] };
  /** Claims of a valid access token. @throws when it is forged, expired or not ours */
  verify(token: string): Promise<JWTPayload>;
  /** Makes a user who can sign in; returns the id of the one there is when the address is known. */
  ensureUser(email: string, password: string): Promise<string>;
  /** Answers a request under /auth/v1. */
  handle(request: Request, path: string): Promise<Response>;
}

export async function createAuth(
  { database, signingKey, issuer }: { database: pg.Pool; signingKey: JWK; issuer: string },
): Promise<Auth> {
  const privateKey = await importJWK(signingKey, 'ES256');
  const { d: _private, ...publicJwk } = signingKey;
  const publicKey = await importJWK(publicJwk, 'ES256');
  const jwks = { keys: [publicJwk] };

  async function verify(token: string): Promise<JWTPayload> {
    return (await jwtVerify(token, publicKey, { algorithms: ['ES256'], issuer, audience: 'authenticated' }))
      .payload;
  }

  async function session(userId: string, sessionId: string): Promise<Response> {
    const user = await findUser(userId);
    const refreshToken = crypto.randomUUID();
    await database.query('insert into auth.refresh_tokens (token, user_id, session_id) values ($1, $2, $3)', [
      refreshToken,
      userId,
      sessionId,
    ]);
    const now = Math.floor(Date.now() / 1000);
    const accessToken = await new SignJWT({
      ...user,
      role: 'authenticated',
      session_id: sessionId,
      aal: 'aal1',
    })
      .setProtectedHeader({ alg: 'ES256', kid: signingKey.kid!, typ: 'JWT' })
      .setIssuer(issuer).setAudience('authenticated').setSubject(userId)
      .setIssuedAt(now).setExpirationTime(now + ACCESS_TOKEN_SECONDS)
      .sign(privateKey);
    return Response.json({
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: ACCESS_TOKEN_SECONDS,
      expires_at: now + ACCESS_TOKEN_SECONDS,
      refresh_token: refreshToken,
      user: { id: userId, aud: 'authenticated', ...user },
    });
  }

  async function findUser(id: string) {
    const { rows: [user] } = await database.query(
      `update auth.users set last_sign_in_at = now() where id = $1
       returning email, role, raw_app_meta_data as app_metadata, raw_user_meta_data as user_metadata, created_at`,
      [id],
    );
    return user;
  }

  async function signIn(body: unknown): Promise<Response> {
    const { rows: [user] } = await database.query(
      `select id from auth.users where email = lower($1) and encrypted_password = extensions.crypt($2, encrypted_password)`,
      [textOf(body, 'email'), textOf(body, 'password')],
    );
    return user
      ? session(user.id, crypto.randomUUID())
      : refuse(400, 'invalid_credentials', 'Invalid login credentials');
  }

  /** As a project whose addresses need no confirmation. */
  async function signUp(body: unknown): Promise<Response> {
    const [email, password] = [textOf(body, 'email'), textOf(body, 'password')];
    if (!/^\S+@\S+$/.test(email)) {
      return refuse(400, 'validation_failed', 'Unable to validate email address: invalid format');
    }
    if (password.length < MIN_PASSWORD_CHARS) return weak();
    const { rows: [user] } = await database.query(
      `insert into auth.users (email, encrypted_password)
       values (lower($1), extensions.crypt($2, extensions.gen_salt('bf', 8)))
       on conflict (email) do nothing returning id`,
      [email, password],
    );
    return user
      ? session(user.id, crypto.randomUUID())
      : refuse(422, 'user_already_exists', 'User already registered');
  }

  async function changePassword(userId: string, body: unknown): Promise<Response> {
    const password = textOf(body, 'password');
    if (password.length < MIN_PASSWORD_CHARS) return weak();
    await database.query(
      `update auth.users set encrypted_password = extensions.crypt($2, extensions.gen_salt('bf', 8)) where id = $1`,
      [userId, password],
    );
    return Response.json({ id: userId, aud: 'authenticated', ...await findUser(userId) });
  }

  async function refresh(body: unknown): Promise<Response> {
    const { rows: [row] } = await database.query(
      'update auth.refresh_tokens set revoked = true where token = $1 and not revoked returning user_id, session_id',
      [textOf(body, 'refresh_token')],
    );
    if (!row) return refuse(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
    return session(row.user_id, row.session_id);
  }

  async function withUser(
    request: Request,
    answer: (claims: JWTPayload) => Promise<Response>,
  ): Promise<Response> {
    const token = request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
    const claims = await verify(token).catch(() => null); // forged and missing alike are answered below
    return claims ? answer(claims) : refuse(403, 'bad_jwt', 'invalid JWT');
  }

  return {
    jwks,
    verify,
    async ensureUser(email, password) {
      const { rows: [user] } = await database.query(
        `insert into auth.users (email, encrypted_password)
         values (lower($1), extensions.crypt($2, extensions.gen_salt('bf', 8)))
         on conflict (email) do update set encrypted_password = excluded.encrypted_password
         returning id`,
        [email, password],
      );
      return user.id;
    },
    async handle(request, path) {
      const url = new URL(request.url);
      const route = `${request.method} ${path}`;
      if (route === 'GET /.well-known/jwks.json') return Response.json(jwks);
      if (route === 'POST /token') {
        const body: unknown = await request.json().catch(() => null); // an unreadable body has no credentials in it
        const grant = url.searchParams.get('grant_type');
        if (grant === 'password') return signIn(body);
        if (grant === 'refresh_token') return refresh(body);
        return refuse(400, 'validation_failed', 'unsupported_grant_type');
      }
      if (route === 'GET /settings') {
        return Response.json({ disable_signup: false, mailer_autoconfirm: true, external: { email: true } });
      }
      if (route === 'POST /signup') {
        return signUp(await request.json().catch(() => null)); // as above
      }
      if (route === 'POST /recover') {
        return refuse(422, 'email_provider_disabled', 'The local stack sends no mail');
      }
      if (route === 'PUT /user') {
        const body: unknown = await request.json().catch(() => null); // as above
        return withUser(request, (claims) => changePassword(claims.sub!, body));
      }
      if (route === 'GET /user') {
        return withUser(
          request,
          async (claims) =>
            Response.json({ id: claims.sub, aud: 'authenticated', ...await findUser(claims.sub!) }),
        );
      }
      if (route === 'POST /logout') {
        return withUser(request, async (claims) => {
          await database.query('update auth.refresh_tokens set revoked = true where session_id = $1', [
            claims.session_id,
          ]);
          return new Response(null, { status: 204 });
        });
      }
      return refuse(501, 'not_implemented', `The local stack has no ${route} of Supabase Auth.`);
    },
  };
}

/** A text of a body, empty where there is none that PostgreSQL could hold; no user has an empty one. */
function textOf(body: unknown, name: string): string {
  const value = Object(body)[name];
  return typeof value === 'string' && !value.includes('\0') ? value : '';
}

const weak = () =>
  refuse(422, 'weak_password', `Password should be at least ${MIN_PASSWORD_CHARS} characters`);

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ code: status, error_code: code, msg: message }, { status });
}
