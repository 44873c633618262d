import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';
import type { ExtractedDocument } from '../../extraction/statement.ts';

export const FILE_STATUSES = ['pending', 'processing', 'completed', 'error'] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** What a processed file holds: the statements, or why there are none. */
export type ProcessedData = ExtractedDocument | { error: { code: string; message: string } };

/** An uploaded statement and the state of its processing. */
const FileSchema = defineEntity({
  name: 'File',
  tableName: 'files',
  indexes: [
    { name: 'files_user_id_id_index', properties: ['userId', 'id'] },
    { name: 'files_user_id_status_id_index', properties: ['userId', 'status', 'id'] },
  ],
  properties: {
    id: p.integer().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(false),
    filename: p.string().length(255),
    status: p.string().length(16).$type<FileStatus>(),
    fileSize: p.integer().nullable(),
    mimeType: p.string().length(255),
    storagePath: p.string().length(1024),
    totalPages: p.integer().nullable(),
    totalCharacters: p.integer().nullable(),
    /** Credits that processing this file has cost so far, all runs together. */
    creditsConsumed: p.integer().default(0),
    /** Percent of the present or last run. */
    progress: p.integer().default(0),
    /** Counts the process calls; names the run in the ledger, in jobs and in the paths of outputs. */
    run: p.integer().default(0),
    /** SHA-256 (hex) of the bytes whose pages were counted: only these may be processed. */
    contentSha256: p.string().length(64).nullable(),
    /** Megabytes for a long statement, so it is loaded only where it is asked for. */
    processedData: p.json().$type<ProcessedData | null>().nullable().lazy(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    processedAt: p.datetime(3).nullable(),
  },
});

export class File extends FileSchema.class {}
FileSchema.setClass(File);
