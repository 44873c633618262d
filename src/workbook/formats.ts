/** What a document can be written as. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'json', 'ofx', 'qif'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
