import { signal } from '@preact/signals';
import { announce } from './announce.ts';
import { failed } from './answers.ts';
import { refreshAccount } from './account.ts';
import { cleanFilename } from './clean-filename.ts';
import { deleteFile, files, follow, loadFiles, type Verdict } from './files.ts';
import { formatSize } from './format.ts';
import { ask, messageOf, RequestFailed } from './graphql.ts';
import { PROCESS, REQUEST_UPLOAD } from './operations.ts';
import { putBytes } from './put-bytes.ts';
import { settings } from './settings.ts';
import { createTurns } from './turns.ts';

/** A statement on its way, from the drop to its rows. */
export type Upload = {
  readonly key: number;
  readonly content: File;
  readonly name: string;
  readonly stage: Stage;
};

export type Stage =
  | { name: 'waiting' }
  /** There is one of this name and size already. */
  | { name: 'twice'; id: string }
  | { name: 'uploading'; percent: number }
  | { name: 'counting' }
  | { name: 'processing'; id: string; percent: number }
  | { name: 'done'; id: string; verdict: Verdict }
  /** `id` where the bytes are on the server and another attempt needs no upload. */
  | { name: 'refused'; id: string | null; code: string; message: string };

export const uploads = signal<readonly Upload[]>([]);

const inTurn = createTurns(3);
let lastKey = 0;

/** Takes statements as they were dropped or chosen; each goes its own way. */
export function addFiles(contents: Iterable<File>): void {
  const added = [...contents].map((content): Upload => {
    lastKey += 1;
    const name = cleanFilename(content.name);
    const known = uploads.value.find((one) => one.name === name && one.content.size === content.size);
    const id = idOf(known) ?? files.value?.find((file) => file.filename === name && file.fileSize === content.size)?.id;
    return { key: lastKey, content, name, stage: id === undefined ? { name: 'waiting' } : { name: 'twice', id } };
  });
  uploads.value = [...added, ...uploads.value];
  const names = added.length === 1 ? added[0]?.name : `${added.length} files`;
  announce(`${names} added`);
  for (const { key, stage } of added) if (stage.name === 'waiting') void begin(key);
}

/** The whole way of one statement, in its turn. Also for another attempt. */
export async function begin(key: number): Promise<void> {
  const upload = find(key);
  if (!upload) return;
  const { stage, content, name } = upload;
  let id = stage.name === 'refused' ? stage.id : null;
  set(key, { name: 'waiting' });
  await inTurn(async () => {
    try {
      if (id === null) id = await send(key, content, name);
      set(key, { name: 'counting' });
      await ask(PROCESS, { id, force: false, password: null });
      void refreshAccount().catch(() => {});
      const verdict = await run(key, id);
      set(key, { name: 'done', id, verdict });
      announce(`${name}: ${verdict && failed(verdict) ? verdict.message : 'finished'}`);
    } catch (error) {
      await refuse(key, id, error);
    }
  });
}

export const dismiss = (key: number): void => {
  uploads.value = uploads.value.filter((upload) => upload.key !== key);
};

async function send(key: number, content: File, filename: string): Promise<string> {
  if (content.size === 0) throw new RequestFailed('BAD_USER_INPUT', 'The file is empty.');
  if (content.size > settings.maxUploadBytes) {
    throw new RequestFailed('BAD_USER_INPUT', `The file is larger than ${formatSize(settings.maxUploadBytes)}.`);
  }
  set(key, { name: 'uploading', percent: 0 });
  const mimeType = content.type || 'application/octet-stream';
  const { requestUpload } = await ask(REQUEST_UPLOAD, { filename, fileSize: content.size, mimeType });
  await putBytes(requestUpload.uploadUrl, content, mimeType, (percent) => set(key, { name: 'uploading', percent }));
  return requestUpload.file.id;
}

function run(key: number, id: string): Promise<Verdict> {
  set(key, { name: 'processing', id, percent: 0 });
  return follow(id, ({ progress }) => set(key, { name: 'processing', id, percent: progress }));
}

/** What cannot become a statement is not left lying on the server; what only waits for credits is. */
async function refuse(key: number, id: string | null, error: unknown): Promise<void> {
  const code = error instanceof RequestFailed ? error.code : 'INTERNAL';
  const name = find(key)?.name ?? '';
  const hopeless = code === 'BAD_USER_INPUT';
  if (id !== null && hopeless) await deleteFile({ id, filename: name }).catch(() => {});
  set(key, { name: 'refused', id: hopeless ? null : id, code, message: messageOf(error) });
  announce(`${name}: ${messageOf(error)}`);
  if (id !== null && !hopeless) void loadFiles();
}

const find = (key: number): Upload | undefined => uploads.value.find((upload) => upload.key === key);

function set(key: number, stage: Stage): void {
  uploads.value = uploads.value.map((upload) => (upload.key === key ? { ...upload, stage } : upload));
}

const idOf = (upload: Upload | undefined): string | undefined =>
  upload && 'id' in upload.stage ? (upload.stage.id ?? undefined) : undefined;
