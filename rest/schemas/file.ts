import { z } from 'zod';
import { DOWNLOAD_FORMATS } from '../../src/domain/file/download-formats.ts';
import { FILE_STATUSES } from '../../src/domain/file/file.entity.ts';
import { exampleDocument, ProcessedData } from './processed-data.ts';
import { count, moment, page, text, upToMaxInt } from './values.ts';

export const UploadRequest = z
  .object({
    filename: text({ min: 1, max: 255, pattern: /^(?![. ]+$)[^\p{Cc}\p{Cs}\p{Bidi_Control}/\\]*$/u }),
    file_size: z
      .int()
      .positive()
      .transform(upToMaxInt)
      .nullish()
      .describe('Bytes. Where given, exactly so many can be uploaded.'),
    // A type and a subtype as RFC 6838 restricts them, and any parameters.
    mime_type: text({
      min: 3,
      max: 255,
      pattern: /^[A-Za-z0-9][\w!#$&^.+-]*\/[A-Za-z0-9][\w!#$&^.+-]*( *;[\x20-\x7e]+)?$/u,
    }).default('application/pdf'),
  })
  .meta({ id: 'UploadRequest', examples: [{ filename: 'statement.pdf', file_size: 48211 }] });

export const FilePath = z.object({ file_id: z.int().meta({ examples: [42] }) });

export const FilePage = z.object({
  ...page,
  status: z.enum(FILE_STATUSES).optional().describe('Only files in this state.'),
});

export const ProcessOptions = z.object({
  force: z.boolean().default(false).describe('Process a completed file again; it is charged again.'),
});

export const ProcessRequest = z
  .object({
    password: z
      .string()
      .max(1000)
      .nullish()
      .meta({ description: 'Opens a locked PDF. It is used at once and kept nowhere.', writeOnly: true }),
  })
  .meta({ id: 'ProcessRequest', examples: [{ password: 'as your bank gave it to you' }] });

export const DownloadOptions = z.object({ format: z.enum(DOWNLOAD_FORMATS).default('xlsx') });

/** Only where the bytes pass through here: what the storage answers itself is as it was written. */
export const BytesOptions = z.object({
  bom: z
    .boolean()
    .default(false)
    .describe(
      'Put a byte order mark before CSV, without which some versions of Excel misread other letters than ASCII.',
    ),
});

const fileFields = {
  id: z.int(),
  user_id: z.int(),
  filename: z.string(),
  status: z.enum(FILE_STATUSES),
  file_size: count.nullable().describe('Bytes.'),
  mime_type: z.string(),
  storage_path: z.string(),
  total_pages: count.nullable(),
  total_characters: count.nullable(),
  credits_consumed: count,
  progress: z.int().min(0).max(100).describe('Percent of the present or last run.'),
  created_at: moment,
  updated_at: moment,
  processed_at: moment.nullable(),
};

const exampleFile = {
  id: 42,
  user_id: 7,
  filename: 'statement.pdf',
  status: 'completed',
  file_size: 48_211,
  mime_type: 'application/pdf',
  storage_path: 'uploads/user_id=7/file_id=42/3f1c9a.pdf',
  total_pages: 1,
  total_characters: 2_150,
  credits_consumed: 1,
  progress: 100,
  created_at: '2026-02-01T09:00:00.000Z',
  updated_at: '2026-02-01T09:00:12.000Z',
  processed_at: '2026-02-01T09:00:12.000Z',
} as const;

export const FileSummary = z.strictObject(fileFields).meta({ id: 'FileSummary', examples: [exampleFile] });

export const File = z
  .strictObject({ ...fileFields, processed_data: ProcessedData.nullable() })
  .meta({ id: 'File', examples: [{ ...exampleFile, processed_data: exampleDocument }] });

export const Upload = z
  .strictObject({
    upload_url: z.string().describe('PUT the bytes here, with the announced type and size.'),
    file_id: z.int(),
    storage_path: z.string(),
  })
  .meta({
    id: 'Upload',
    examples: [
      {
        upload_url: 'http://localhost:4000/storage/uploads/user_id=7/file_id=42/3f1c9a.pdf?expires=…&signature=…',
        file_id: 42,
        storage_path: 'uploads/user_id=7/file_id=42/3f1c9a.pdf',
      },
    ],
  });

export const DownloadLink = z
  .strictObject({ download_url: z.string(), filename: z.string(), expires_at: moment })
  .meta({
    id: 'DownloadLink',
    examples: [
      {
        download_url: 'http://localhost:4000/storage/outputs/file_id=42/run=1/statement.xlsx?signature=…',
        filename: 'statement.xlsx',
        expires_at: '2026-02-01T10:00:00.000Z',
      },
    ],
  });

export const FileDeleted = z
  .strictObject({ message: z.string() })
  .meta({ id: 'FileDeleted', examples: [{ message: 'File deleted successfully' }] });
