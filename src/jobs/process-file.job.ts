import { createHash } from 'node:crypto';
import { completeFile } from '../domain/file/complete-file.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../domain/file/download-formats.ts';
import { failFile } from '../domain/file/fail-file.ts';
import type { File } from '../domain/file/file.entity.ts';
import { outputPath, runPrefix, unlockedPath, unlockedPrefix } from '../domain/file/file-paths.ts';
import type { UnlockedCopy } from '../domain/file/keep-unlocked-copy.ts';
import { beginReading } from '../domain/file/queue-reading.ts';
import { readUpload } from '../domain/file/read-upload.ts';
import { findRunningFile, isCompletedRun, type RunOfFile } from '../domain/file/running-file.ts';
import type { Services } from '../domain/services.ts';
import { AppError } from '../errors.ts';
import { ExtractionError } from '../extraction/extraction-error.ts';
import type { Sandbox } from '../extraction/sandbox/sandbox.ts';
import type { ExtractedDocument } from '../extraction/statement.ts';
import { trackProgress } from './track-progress.ts';
import type { Exporter } from './exporter.ts';
import { type ExtractionOutcome, reconciledAsWhole } from './extraction-outcome.ts';
import type { JobHandler, Jobs } from './queue.ts';

type Payload = Jobs['process-file'];
/** What the run is about, taken apart from its name. */
type Asked = { run: RunOfFile; unlocked: UnlockedCopy | undefined; passwordFailed: true | undefined };
type Parts = {
  services: () => Services;
  sandbox: Pick<Sandbox, 'count' | 'read'>;
  exporter: Pick<Exporter, 'write'>;
  /** Hears what became of each reading. */
  onExtracted?: (outcome: ExtractionOutcome) => void;
};

/** Percent of the work that is done when the last page has been read; the rest is writing the outputs. */
const READ_PERCENT = 90;

/**
 * Reads one uploaded statement, writes its outputs, completes the file. Safe to run again at any point: a run that is
 * not under way any more (deleted, finished, started anew) leaves nothing behind.
 */
export function processFileJob({ services: newServices, sandbox, exporter, onExtracted }: Parts): JobHandler<Payload> {
  return {
    async run({ unlocked, passwordFailed, ...run }, { signal }) {
      const services = newServices();
      const file = await findRunningFile(services.em, run);
      if (!file) return clearAbandonedRun(services, run);
      await beginReading(services.em, run);
      const startedAt = performance.now();
      const seconds = () => (performance.now() - startedAt) / 1000;
      try {
        const asked = { run, unlocked, passwordFailed };
        const document = await read(services, sandbox, file, asked, signal);
        const { sourceFormat: format } = document;
        onExtracted?.({ format, reconciled: reconciledAsWhole(document), error: null, seconds: seconds() });
        await writeOutputs(services, exporter, file, run, document);
        signal.throwIfAborted();
        await finish(services, run, document);
      } catch (error) {
        if (error instanceof RunGone) return clearAbandonedRun(services, run);
        if (!(error instanceof ExtractionError)) throw error;
        onExtracted?.({ format: null, reconciled: null, error: error.code, seconds: seconds() });
        await fail(services, run, error);
      }
    },

    giveUp: (run) =>
      fail(newServices(), run, {
        code: 'internal_error',
        message: 'Something went wrong on our side. Nothing was charged; please process the file again.',
      }),
  };
}

/** The file was deleted while it was read: there is nobody to go on for. */
class RunGone extends Error {}

async function read(
  services: Services,
  sandbox: Parts['sandbox'],
  file: File,
  { run, unlocked, passwordFailed }: Asked,
  signal: AbortSignal,
): Promise<ExtractedDocument> {
  const bytes = unlocked ? await readCopy(services, run, unlocked) : await readUploadAgain(services, file);
  if (!file.contentSha256) return findOutWhyUncounted(sandbox, bytes, { signal, passwordFailed });
  mustBeCounted(bytes, unlocked?.sha256 ?? file.contentSha256);
  const gone = new AbortController();
  const progress = trackProgress(services, run, () => gone.abort(new RunGone()));
  const document = await sandbox.read(bytes, {
    signal: AbortSignal.any([signal, gone.signal]),
    onPage: (page, pages) => progress.report(Math.floor((READ_PERCENT * page) / pages)),
  });
  await progress.settled();
  return document;
}

async function readUploadAgain(services: Services, file: File): Promise<Uint8Array> {
  try {
    return await readUpload(services, file);
  } catch (error) {
    throw error instanceof AppError ? contentChanged(error) : error;
  }
}

/** What was unlocked when processing was asked for. */
async function readCopy({ storage }: Services, run: RunOfFile, { name }: UnlockedCopy): Promise<Uint8Array> {
  const object = await storage.open(unlockedPath(run.fileId, run.run, name));
  if (!object) throw contentChanged();
  return new Uint8Array(await new Response(object.body).arrayBuffer());
}

/** The object that was counted is the object that is processed. */
function mustBeCounted(bytes: Uint8Array, sha256: string): void {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw contentChanged();
}

/** What could not be counted was not paid for, so it is never read: this run can only find the reason. */
async function findOutWhyUncounted(
  sandbox: Parts['sandbox'],
  bytes: Uint8Array,
  { signal, passwordFailed }: { signal: AbortSignal; passwordFailed: true | undefined },
): Promise<never> {
  // The password that was given is forgotten. The empty one is wrong as well, so the sentence will be the right one.
  await sandbox.count(bytes, { signal, ...(passwordFailed ? { password: '' } : {}) });
  throw new ExtractionError(
    'internal_error',
    'The pages could not be counted when processing was asked for. Nothing was charged; process the file again.',
  );
}

const contentChanged = (cause?: unknown): ExtractionError =>
  new ExtractionError(
    'content_changed',
    'The uploaded file was replaced after its pages were counted. Nothing was charged; process it again.',
    { cause },
  );

async function writeOutputs(
  services: Services,
  exporter: Parts['exporter'],
  file: File,
  run: RunOfFile,
  document: ExtractedDocument,
): Promise<void> {
  const about = { title: file.filename, createdAt: services.clock() };
  for (const format of Object.keys(OUTPUT_FORMATS) as OutputFormat[]) {
    const { extension, contentType } = OUTPUT_FORMATS[format];
    const bytes = await exporter.write(format, document, about);
    await services.storage.write(outputPath(run.fileId, run.run, extension), bytes, { contentType });
  }
}

async function finish(services: Services, run: RunOfFile, document: ExtractedDocument): Promise<void> {
  if (!(await completeFile(services, run, document))) return clearAbandonedRun(services, run);
  await clearButOutputs(services, run);
}

async function fail(services: Services, run: RunOfFile, { code, message }: { code: string; message: string }) {
  await failFile(services, run, { code, message });
  await clearAbandonedRun(services, run);
}

/** A job that is run again after it was done finds its file completed: those outputs are what its owner downloads. */
async function clearAbandonedRun(services: Services, run: RunOfFile): Promise<void> {
  if (await isCompletedRun(services.em, run)) await clearButOutputs(services, run);
  else await clearRun(services, run);
}

async function clearButOutputs(services: Services, { fileId, run }: RunOfFile): Promise<void> {
  await services.storage.deletePrefix(unlockedPrefix(fileId, run));
  for (let earlier = 1; earlier < run; earlier += 1) await clearRun(services, { fileId, run: earlier });
}

const clearRun = ({ storage }: Services, { fileId, run }: RunOfFile): Promise<void> =>
  storage.deletePrefix(runPrefix(fileId, run));
