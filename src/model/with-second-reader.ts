import { requireTransactions } from '../extraction/require-transactions.ts';
import type { Sandbox } from '../extraction/sandbox/sandbox.ts';
import type { Improvement } from '../extraction/second-reader/prove-answer.ts';
import type { Unproven } from '../extraction/second-reader/unproven.ts';
import type { ExtractedDocument } from '../extraction/statement.ts';
import type { Logger } from '../log.ts';
import type { AskModel } from './ask-model.ts';

type SecondReader = { ask: AskModel; maxPages: number; log: Pick<Logger, 'info'> };

/**
 * A sandbox that asks a model about statements which it cannot prove. The asking happens here, for what reads documents
 * has no network; what is answered is proven in the sandbox again. Whatever goes wrong with that, the first reading
 * stands.
 */
export function withSecondReader(sandbox: Sandbox, { ask, maxPages, log }: SecondReader): Sandbox {
  const askAbout = async (unproven: Unproven, signal?: AbortSignal): Promise<Improvement | null> => {
    const startedAt = performance.now();
    const report = (outcome: string, err?: unknown) =>
      log.info({ outcome, ms: Math.round(performance.now() - startedAt), err }, 'A model was asked');
    try {
      const answer = await ask(unproven.question, signal);
      const improvement = await sandbox.prove(unproven, answer, signal === undefined ? {} : { signal });
      report(improvement === null ? 'not believed' : 'believed');
      return improvement;
    } catch (error) {
      // Whoever asked for the reading may not want it any more.
      signal?.throwIfAborted();
      report('failed', nameOf(error));
      return null;
    }
  };

  return {
    ...sandbox,
    async read(bytes, options = {}) {
      const { document, unproven } = await sandbox.readAsking(bytes, { ...options, askPages: maxPages });
      if (unproven === null) return document;
      const improvement = await askAbout(unproven, options.signal);
      return requireTransactions(improvement === null ? document : improved(document, improvement));
    },
  };
}

/** Messages of errors may quote what was sent. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function improved(document: ExtractedDocument, { statements, dropped, added }: Improvement): ExtractedDocument {
  const gone = new Set(dropped);
  return {
    ...document,
    statements: statements.flatMap((statement, at) => statement ?? document.statements[at] ?? []),
    warnings: [...document.warnings.filter((warning) => !gone.has(warning)), ...added],
  };
}
