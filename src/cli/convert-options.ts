import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { OUTPUT_FORMATS, type OutputFormat } from '../domain/file/download-formats.ts';
import { ConvertError } from './convert-error.ts';

export type ConvertOptions = {
  statementPath: string;
  outputPath: string;
  format: OutputFormat;
  /** Of a locked PDF; null where none was given. */
  password: string | null;
  /** The server to work with; null starts one for the time of the command. */
  server: { url: string; token: string } | null;
};

export const USAGE = `Usage: npm run convert -- <statement> [-o <file>] [--password <password>]
                          [--url <server> --token <token>]

Turns a bank statement into an Excel workbook and says whether its rows add up.

  <statement>           the statement, a PDF as the bank offers it for download
  -o, --output <file>   where to write to; the ending chooses the format:
                        .xlsx (default), .csv, .json, .ofx or .qif
                        (default: the statement's name with .xlsx, in this folder)
  --password <password> opens a locked PDF. Others can see it in the list of processes:
                        set STATEMENT_PASSWORD instead, or wait to be asked for it
  --url <server>        a running server; without it, one is started here for the
                        time of the command, and nothing of it is left behind
  --token <token>       whose credits pay on that server
  -h, --help            shows this

Ends with 0 where the workbook was written, also where its rows do not add up:
then the answer says so, and which rows to look at. With 1 where something failed,
with 2 where the command was called wrongly.
`;

/** What is asked for; null where it is help. Throws a `ConvertError` where that cannot be told. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv = {}): ConvertOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [statementPath, ...more] = positionals;
  if (!statementPath) throw misused('Which statement? Name one file.');
  if (more.length > 0) throw misused(`One statement at a time: what is ${more.join(' ')}?`);
  const outputPath = values.output ?? `${basename(statementPath, extname(statementPath))}.xlsx`;
  return {
    statementPath,
    outputPath,
    format: formatOf(outputPath),
    password: values.password ?? (environment['STATEMENT_PASSWORD'] || null),
    server: readServer(values.url, values.token),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        password: { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw misused(error instanceof Error ? error.message : String(error));
  }
}

function formatOf(outputPath: string): OutputFormat {
  const extension = extname(outputPath).slice(1).toLowerCase();
  if (isOutputFormat(extension)) return extension;
  const known = Object.keys(OUTPUT_FORMATS).map((format) => `.${format}`);
  throw misused(`${outputPath} must end in one of ${known.join(', ')}: that chooses the format.`);
}

const isOutputFormat = (word: string): word is OutputFormat => Object.hasOwn(OUTPUT_FORMATS, word);

function readServer(url: string | undefined, token: string | undefined): ConvertOptions['server'] {
  if (url === undefined && token === undefined) return null;
  if (url === undefined) throw misused('--token belongs to a server: name it with --url.');
  if (!token) throw misused('--url needs the --token of an account on that server.');
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw misused('--url must be an http or https URL.');
  return { url: url.replace(/\/+$/, ''), token };
}

const misused = (message: string): ConvertError =>
  new ConvertError(`${message}\nTo see how it is called: npm run convert -- --help`, { exitCode: 2 });
