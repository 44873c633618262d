import { buildApp } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { report } from './measured.ts';

/** The whole server as `npm start` runs it, with its request log written to nowhere, as to a fast collector. */
const app = await buildApp(parseConfig(process.env), { log: createLog('info', { write: () => undefined }) });
report(Number(new URL(await app.start()).port));
