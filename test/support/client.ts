import { setTimeout as pause } from 'node:timers/promises';

/** A client of the documented URLs, as thin as `curl`. */
export type Client = ReturnType<typeof createClient>;

export type Answer = { status: number; body: unknown; headers: Headers };

/** What a file looks like to a client, as far as stories ask. */
export type FileAnswer = {
  id: number;
  status: 'pending' | 'processing' | 'completed' | 'error';
  total_pages: number | null;
  credits_consumed: number;
  progress: number;
  processed_data: {
    statements: {
      reconciled: boolean | null;
      transactions: { date: string; amount: string; balance: string | null }[];
    }[];
    error?: { code: string; message: string };
  };
};

export type GraphqlAnswer<Data> = {
  data: Data | null;
  errors?: { message: string; extensions: { code: string } }[];
};

/** `url`: of the server, or of that one of several to which the next call goes. */
export function createClient(url: string | (() => string), token: string | null) {
  const server = typeof url === 'string' ? () => url : url;
  const signedIn: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};

  const call = async (method: string, path: string, body?: unknown, headers = {}): Promise<Answer> => {
    const response = await fetch(new URL(path, server()), {
      method,
      headers: { ...signedIn, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
  };

  const get = (path: string): Promise<Answer> => call('GET', path);
  const post = (path: string, body?: unknown, headers?: object): Promise<Answer> => call('POST', path, body, headers);

  /** Asks for a URL and puts the bytes there. Answers with the file's id and where its bytes were put. */
  const upload = async (bytes: Uint8Array, filename = 'statement.pdf', mimeType = 'application/pdf') => {
    const { body } = await post('/files/upload-url', { filename, mime_type: mimeType });
    const { file_id: id, upload_url: uploadUrl } = body as { file_id: number; upload_url: string };
    await put(uploadUrl, bytes, mimeType);
    return { id, uploadUrl };
  };

  const put = async (uploadUrl: string, bytes: Uint8Array, mimeType = 'application/pdf'): Promise<number> => {
    const body = Uint8Array.from(bytes);
    const response = await fetch(uploadUrl, { method: 'PUT', headers: { 'Content-Type': mimeType }, body });
    await response.arrayBuffer();
    return response.status;
  };

  /** Waits until the file is neither pending nor processing, and answers with it. */
  const finished = async (id: number): Promise<FileAnswer> => {
    for (;;) {
      const file = (await get(`/files/${id}`)).body as FileAnswer;
      if (file.status === 'completed' || file.status === 'error') return file;
      await pause(50);
    }
  };

  const graphql = async <Data>(query: string, variables: object = {}): Promise<GraphqlAnswer<Data>> =>
    (await post('/graphql', { query, variables })).body as GraphqlAnswer<Data>;

  return {
    get url() {
      return server();
    },
    token,
    get,
    post,
    put,
    upload,
    finished,
    graphql,
    call,
    delete: (path: string): Promise<Answer> => call('DELETE', path),
    download: async (path: string): Promise<Uint8Array> =>
      new Uint8Array(await (await fetch(new URL(path, server()), { headers: signedIn })).arrayBuffer()),
  };
}
