import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Database from 'better-sqlite3';
import { measured } from './measured.ts';

/**
 * The least that can give the same answers: bare `node:http`, prepared statements, the token's RSA signature checked on
 * every request, and no product around it. It reads the database that the server under test has filled.
 */
const [, , databasePath = '', publicKeyPem = ''] = process.argv;
const database = new Database(databasePath, { readonly: true });
const publicKey = createPublicKey(publicKeyPem);

const findUser = database.prepare('select * from users where clerk_user_id = ?');
const findCredits = database.prepare("select balance from ledger_accounts where user_id = ? and name = 'available'");
const listFiles = database.prepare(
  `select id, user_id, filename, status, file_size, mime_type, storage_path, total_pages, total_characters,
   credits_consumed, progress, created_at, updated_at, processed_at from files where user_id = ? order by id desc limit ?`,
);

type Row = Record<string, string | number | null>;

measured(
  createServer((request, response) => {
    const user = authenticate(request.headers.authorization);
    if (!user) return answer(response, 401, { detail: 'Not authenticated' });
    if (request.method === 'POST') return answerGraphql(request, response, user);
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/me') return answer(response, 200, me(user));
    const limit = Number(url.searchParams.get('limit') ?? 20);
    return answer(response, 200, files(user, limit));
  }),
);

function authenticate(header = ''): Row | undefined {
  const [head = '', payload = '', signature = ''] = header.slice('Bearer '.length).split('.');
  const signed = Buffer.from(`${head}.${payload}`);
  if (!verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  if (claims.exp * 1000 < Date.now()) return undefined;
  return findUser.get(claims.sub) as Row | undefined;
}

const time = (stored: string | number | null | undefined): string | null =>
  stored === null || stored === undefined ? null : new Date(stored).toISOString();

function me(user: Row) {
  const { id, clerk_user_id, email, first_name, last_name, created_at, updated_at } = user;
  const credits = (findCredits.get(id) as Row | undefined)?.['balance'] ?? 0;
  const times = { created_at: time(created_at), updated_at: time(updated_at) };
  return { id, clerk_user_id, email, first_name, last_name, credits, ...times };
}

const files = (user: Row, limit: number) =>
  (listFiles.all(user['id'], limit) as Row[]).map((row) => ({
    ...row,
    created_at: time(row['created_at']),
    updated_at: time(row['updated_at']),
    processed_at: time(row['processed_at']),
  }));

function answerGraphql(request: IncomingMessage, response: ServerResponse, user: Row): void {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    text += chunk;
  });
  request.on('end', () => {
    const { variables } = JSON.parse(text);
    const nodes = files(user, variables.first).map((row) => ({
      id: String(row['id' as keyof typeof row]),
      filename: row['filename' as keyof typeof row],
      status: String(row['status' as keyof typeof row]).toUpperCase(),
      progress: row['progress' as keyof typeof row],
      totalPages: row['total_pages' as keyof typeof row],
      createdAt: row.created_at,
    }));
    answer(response, 200, { data: { files: { nodes } } });
  });
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
