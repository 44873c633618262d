/** What a document can be written as, and how each is named to a browser and on a disk. */
export const EXPORT_FORMATS = [
  {
    format: 'xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  { format: 'csv', mimeType: 'text/csv; charset=utf-8', extension: 'csv' },
  { format: 'json', mimeType: 'application/json', extension: 'json' },
  { format: 'ofx', mimeType: 'application/x-ofx', extension: 'ofx' },
  { format: 'qif', mimeType: 'application/qif', extension: 'qif' },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['format'];
