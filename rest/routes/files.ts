import { z } from 'zod';
import { DOWNLOAD_TYPES, sendDownload } from '../download.ts';
import { ConditionHeaders } from '../send-stored.ts';
import type { Route } from '../route.ts';
import * as file from '../schemas/file.ts';
import { TOO_MANY, toList } from './shared.ts';

const NOT_PROCESSED = 'File is not processed; process it and wait until it is completed';

/** Statements: announced, put to the storage, processed, downloaded. */
export const fileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/files/upload-url',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Announce a statement and get a signed URL to PUT it to',
    args: { body: file.UploadRequest },
    operation: 'request-upload',
    pick: toUpload,
    response: file.Upload,
    errors: { TOO_LARGE: 'The file is larger than the limit of 52428800 bytes', RATE_LIMITED: TOO_MANY },
  },
  {
    method: 'GET',
    path: '/files/',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Your files, newest first, without what was read from them',
    args: { query: file.FilePage },
    operation: 'list-files',
    pick: toList,
    response: z.array(file.FileSummary),
  },
  {
    method: 'GET',
    path: '/files/{file_id}',
    tag: 'files',
    auth: 'authenticated',
    summary: 'A file and what was read from it',
    args: { path: file.FilePath },
    operation: 'get-file',
    pick: toFile,
    response: file.File,
    errors: { NOT_FOUND: 'File not found' },
  },
  {
    method: 'POST',
    path: '/files/{file_id}/process',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Reserve the credits, one a page, and start reading',
    args: { path: file.FilePath, query: file.ProcessOptions, optionalBody: file.ProcessRequest },
    operation: 'process-file',
    pick: toFile,
    response: file.File,
    errors: {
      INSUFFICIENT_CREDITS: 'Insufficient credits',
      NOT_FOUND: 'File not found',
      CONFLICT: 'File is already being processed; wait for it to finish',
      TOO_LARGE: 'The file is larger than the limit of 52428800 bytes',
      UNSUPPORTED: 'This is not a kind of file that can be read',
      RATE_LIMITED: TOO_MANY,
      BUSY: 'Too many statements are waiting to be read; process this one again in a little while',
    },
  },
  {
    method: 'GET',
    path: '/files/{file_id}/download-url',
    tag: 'files',
    auth: 'authenticated',
    summary: 'A signed URL to GET the workbook, another format, or the original from',
    args: { path: file.FilePath, query: file.DownloadOptions },
    operation: 'create-download-link',
    response: file.DownloadLink,
    errors: { NOT_FOUND: 'File not found', CONFLICT: NOT_PROCESSED },
  },
  {
    method: 'GET',
    path: '/files/{file_id}/download',
    tag: 'files',
    auth: 'authenticated',
    summary: 'The workbook, another format, or the original itself',
    args: {
      path: file.FilePath,
      query: file.DownloadOptions.extend(file.BytesOptions.shape),
      headers: ConditionHeaders,
    },
    operation: 'download-file',
    respond: sendDownload,
    mediaTypes: DOWNLOAD_TYPES,
    errors: { NOT_FOUND: 'File not found', CONFLICT: NOT_PROCESSED },
  },
  {
    method: 'DELETE',
    path: '/files/{file_id}',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Remove a file and all that is stored of it; usage records stay',
    args: { path: file.FilePath },
    operation: 'delete-file',
    pick: () => ({ message: 'File deleted successfully' }),
    response: file.FileDeleted,
    errors: { NOT_FOUND: 'File not found', RATE_LIMITED: TOO_MANY },
  },
];

function toUpload({ upload_url, file }: { upload_url: string; file: object }): object {
  return { upload_url, ...file };
}

/** GraphQL tells a failure by its type; here it is wrapped. */
function toFile(file: { processed_data: object | null }): object {
  const { processed_data } = file;
  return processed_data && 'code' in processed_data ? { ...file, processed_data: { error: processed_data } } : file;
}
