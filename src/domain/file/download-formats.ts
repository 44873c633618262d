/** What a processed file can be downloaded as, and how each is named to a browser and on a disk. */
export const OUTPUT_FORMATS = {
  xlsx: { extension: 'xlsx', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8' },
  json: { extension: 'json', contentType: 'application/json' },
  ofx: { extension: 'ofx', contentType: 'application/x-ofx' },
  qif: { extension: 'qif', contentType: 'application/qif' },
} as const;
export type OutputFormat = keyof typeof OUTPUT_FORMATS;

/** The outputs, and what was uploaded. */
export type DownloadFormat = OutputFormat | 'original';
export const DOWNLOAD_FORMATS = ['xlsx', 'csv', 'json', 'ofx', 'qif', 'original'] as const satisfies DownloadFormat[];
