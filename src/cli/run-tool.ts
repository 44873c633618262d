import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command that was not called as it is meant to be. */
export class Misused extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;
type Call<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

type Tool<O extends Options> = {
  /** How it is called, a line or more. */
  usage: string;
  options?: O;
  /** Whether it takes words that belong to no option. */
  allowPositionals?: boolean;
  main: (call: Pick<Call<O>, 'values' | 'positionals'>) => Promise<void>;
  /** What stands before the words of a failure. */
  failed?: string;
};

/**
 * Runs one of the operator's commands. `--help` says how it is called and does nothing. A failure is told in a sentence
 * on standard error, without a stack: exit status 2 where the call was wrong, with its usage; otherwise 1.
 */
export async function runTool<const O extends Options>(tool: Tool<O>): Promise<void> {
  const { usage, failed = '' } = tool;
  try {
    const call = readCall(tool);
    if (call === null) process.stdout.write(`Usage: ${usage}\n`);
    else await tool.main(call);
  } catch (error) {
    const wrongCall = error instanceof Misused;
    process.exitCode = wrongCall ? 2 : 1;
    process.stderr.write(`${failed}${inWords(error)}\n${wrongCall ? `Usage: ${usage}\n` : ''}`);
  }
}

/** Null where help is asked for. */
function readCall<O extends Options>({ options, allowPositionals = false }: Tool<O>): Call<O> | null {
  try {
    const given = { ...options, help: { type: 'boolean', short: 'h' } } as const;
    const call = parseArgs({ options: given, allowPositionals });
    if (call.values.help) return null;
    return call as unknown as Call<O>;
  } catch (error) {
    // Node's second sentence tells how to pass on what looks like an option; none of ours takes such a thing.
    throw new Misused(inWords(error).replace(/\. To specify .*/, ''));
  }
}

/** What went wrong. Where nobody answers at any of a host's addresses, the error has no words of its own. */
export const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
};
