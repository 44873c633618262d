import { computed, signal } from '@preact/signals';
import { account, refreshAccount } from './account.ts';
import { announce } from './announce.ts';
import type { DownloadFormat, FileState, FileSummary, FileVerdict } from './answers.ts';
import { ask, messageOf } from './graphql.ts';
import { DELETE, DOWNLOAD_LINK, FILE_STATE, FILE_VERDICT, FILES, PROCESS, PROGRESS, VERDICTS } from './operations.ts';
import { saveFrom, saveWithByteOrderMark } from './save-from.ts';
import { createTurns } from './turns.ts';
import { watch } from './watch.ts';

export type Verdict = FileVerdict['processedData'];

type List = { files: FileSummary[]; totalCount: number; endCursor: string | null; hasNextPage: boolean };

/** The statements that were loaded so far, newest first; null until the first are there. */
export const list = signal<List | null>(null);
export const listError = signal<string | null>(null);
/** What has become of them, by id. */
export const verdicts = signal<ReadonlyMap<string, Verdict>>(new Map());
/** How far those are that are being worked on, by id. */
export const live = signal<ReadonlyMap<string, FileState>>(new Map());

/** The list with the latest states in it. */
export const files = computed(() => list.value?.files.map((file) => ({ ...file, ...live.value.get(file.id) })) ?? null);

const PAGE = 20;
const inTurn = createTurns(3);

/** Loads the list anew, or with `more` its next part. What goes wrong is shown in its place. */
export async function loadFiles({ more = false } = {}): Promise<void> {
  const before = more ? list.value : null;
  const page = { first: PAGE, after: before?.endCursor ?? null };
  try {
    const { files: found } = await ask(FILES, page);
    const { totalCount, pageInfo } = found;
    list.value = { files: [...(before?.files ?? []), ...found.nodes], totalCount, ...pageInfo };
    listError.value = null;
    for (const { id, status } of found.nodes) if (status === 'PROCESSING' && !live.value.has(id)) void follow(id);
    learnVerdicts((await ask(VERDICTS, page)).files.nodes);
  } catch (error) {
    listError.value = messageOf(error);
  }
}

/** Keeps what has become of these files. */
export function learnVerdicts(judged: readonly FileVerdict[]): void {
  verdicts.value = new Map([...verdicts.value, ...judged.map(({ id, processedData }) => [id, processedData] as const)]);
}

/** Watches a file to its end, then learns what came out. Throws `RequestFailed` where that cannot be learnt. */
export async function follow(id: string, tell: (state: FileState) => void = () => {}): Promise<Verdict> {
  await inTurn(() =>
    watch({
      subscription: PROGRESS,
      id,
      look: async () => (await ask(FILE_STATE, { id })).file,
      isFinished: ({ status }) => status === 'COMPLETED' || status === 'ERROR',
      tell: (state) => {
        live.value = new Map(live.value).set(id, state);
        tell(state);
      },
    }),
  );
  const { file } = await ask(FILE_VERDICT, { id });
  const { processedData, ...summary } = file;
  verdicts.value = new Map(verdicts.value).set(id, processedData);
  if (list.value) {
    const known = list.value.files.some((one) => one.id === id);
    const files = known
      ? list.value.files.map((one) => (one.id === id ? summary : one))
      : [summary, ...list.value.files];
    list.value = { ...list.value, files, totalCount: list.value.totalCount + (known ? 0 : 1) };
  }
  const without = new Map(live.value);
  without.delete(id);
  live.value = without;
  void refreshAccount().catch(() => {});
  return processedData;
}

/** Starts the processing and follows it. Throws `RequestFailed` where the server refuses to start. */
export async function processFile(
  id: string,
  { force = false, password = null }: { force?: boolean; password?: string | null } = {},
): Promise<void> {
  const { processFile: started } = await ask(PROCESS, { id, force, password });
  live.value = new Map(live.value).set(id, started);
  announce(`${started.filename} is being processed`);
  void refreshAccount().catch(() => {});
  void follow(id)
    .then(() => announce(`${started.filename} is finished`))
    .catch(() => {});
}

export async function deleteFile({ id, filename }: { id: string; filename: string }): Promise<void> {
  await ask(DELETE, { id });
  if (list.value) {
    const { totalCount, files: before } = list.value;
    list.value = { ...list.value, totalCount: totalCount - 1, files: before.filter((file) => file.id !== id) };
  }
  announce(`${filename} was deleted`);
}

/** Lets the browser download the file in this format, `EXCEL_CSV` with a byte order mark. Throws `RequestFailed`. */
export async function download(id: string, format: DownloadFormat | 'EXCEL_CSV'): Promise<void> {
  const isMarked = format === 'EXCEL_CSV';
  const { downloadLink } = await ask(DOWNLOAD_LINK, { id, format: isMarked ? 'CSV' : format });
  if (isMarked) await saveWithByteOrderMark(downloadLink);
  else saveFrom(downloadLink);
}

/** Forgets everything of the last user. */
export function forgetFiles(): void {
  list.value = null;
  listError.value = null;
  verdicts.value = new Map();
  live.value = new Map();
  account.value = null;
}
