import type { Exporter } from '../../src/jobs/exporter.ts';
import { COMBINED_FORMATS, writeCombined } from '../../src/workbook/combined/write-combined.ts';

/** What the exporter does for a dashboard, without its thread. */
export const combineHere: Pick<Exporter, 'combine'> = {
  async combine({ next, take }, about) {
    const members = [];
    for (let member = await next(); member; member = await next()) {
      const { fileId, filename, text } = member;
      members.push({ fileId, filename, document: JSON.parse(text) });
    }
    for (const format of COMBINED_FORMATS) await take(format, await writeCombined(format, members, about));
  },
};
