import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';
import type { ExtractedDocument } from '../../extraction/statement.ts';

export const FILE_STATUSES = ['pending', 'processing', 'completed', 'error'] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** Why a run failed: a code, and a sentence for the file's owner. */
export type Failure = { code: string; message: string };

/** What the last run has come to: the statements, or why there are none. */
export type ProcessedData = ExtractedDocument | { error: Failure };

/** An uploaded statement and the state of its processing. */
const FileSchema = defineEntity({
  name: 'File',
  tableName: 'files',
  indexes: [
    { name: 'files_user_id_id_index', properties: ['userId', 'id'] },
    { name: 'files_user_id_status_id_index', properties: ['userId', 'status', 'id'] },
    { name: 'files_round_index', properties: ['round'], where: 'round is not null' },
    { name: 'files_user_id_round_index', properties: ['userId', 'round'], where: 'round is not null' },
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
    /** In which round of the queue the present run is read; null where it does not wait. */
    round: p.integer().nullable(),
    /** SHA-256 (hex) of the bytes whose pages were counted: only these may be processed. */
    contentSha256: p.string().length(64).nullable(),
    /** The last run that completed: its result and its outputs stay until another completes. */
    completedRun: p.integer().nullable(),
    /** What that run has read. Megabytes for a long statement, so it is loaded only where it is asked for. */
    processedData: p.json().$type<ExtractedDocument | null>().nullable().lazy(),
    /** Why the last run failed; null where it did not. */
    failure: p.json().$type<Failure | null>().nullable().lazy(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    processedAt: p.datetime(3).nullable(),
  },
});

export class File extends FileSchema.class {}
FileSchema.setClass(File);
