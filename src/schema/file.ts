import { z } from 'zod';
import { createDownloadLink, type DownloadLink } from '../domain/file/download-file.ts';
import { deleteFile } from '../domain/file/delete-file.ts';
import { DOWNLOAD_FORMATS } from '../domain/file/download-formats.ts';
import { type File, FILE_STATUSES } from '../domain/file/file.entity.ts';
import { findOwnFile } from '../domain/file/find-own-file.ts';
import { countFiles, listFiles } from '../domain/file/list-files.ts';
import { loadProcessedData } from '../domain/file/load-processed-data.ts';
import { processFile } from '../domain/file/process-file.ts';
import { requestUpload, type Upload } from '../domain/file/request-upload.ts';
import { watchFile } from '../domain/file/watch-file.ts';
import { builder } from './builder.ts';
import { connect, defineConnection, pageArgs } from './connection.ts';
import { endWithError } from './end-with-error.ts';
import { enumValues } from './enum-values.ts';
import { rate } from './rates.ts';
import { readId } from './read-id.ts';
import { readInput } from './read-input.ts';
import { ProcessedDataType } from './statement.ts';

const FileStatusEnum = builder.enumType('FileStatus', { values: enumValues(FILE_STATUSES) });
const DownloadFormatEnum = builder.enumType('DownloadFormat', { values: enumValues(DOWNLOAD_FORMATS) });

export const FileType = builder.objectRef<File>('File').implement({
  description: 'An uploaded statement and the state of its processing.',
  fields: (t) => ({
    id: t.exposeID('id'),
    userId: t.exposeID('userId'),
    filename: t.exposeString('filename'),
    status: t.expose('status', { type: FileStatusEnum }),
    fileSize: t.exposeInt('fileSize', { nullable: true, description: 'Bytes.' }),
    mimeType: t.exposeString('mimeType'),
    storagePath: t.exposeString('storagePath'),
    totalPages: t.exposeInt('totalPages', { nullable: true }),
    totalCharacters: t.exposeInt('totalCharacters', { nullable: true }),
    creditsConsumed: t.exposeInt('creditsConsumed', { description: 'What processing it has cost so far.' }),
    progress: t.exposeInt('progress', { description: 'Percent of the present or last run.' }),
    processedData: t.loadable({
      type: ProcessedDataType,
      nullable: true,
      description: 'What the last run has come to. It can be megabytes, so it is loaded only where it is asked for.',
      resolve: ({ id }) => id,
      load: (ids: number[], { services }) => loadProcessedData(services.em, ids),
      // A subscription sees it change.
      loaderOptions: { cache: false },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    processedAt: t.expose('processedAt', { type: 'DateTime', nullable: true }),
  }),
});
export const FileConnection = defineConnection('File', FileType);

const UploadType = builder.objectRef<Upload>('Upload').implement({
  fields: (t) => ({
    file: t.expose('file', { type: FileType }),
    uploadUrl: t.exposeString('uploadUrl', { description: 'PUT the bytes here, with the announced type and size.' }),
  }),
});

const DeletedFileType = builder.objectRef<{ id: number }>('DeletedFile').implement({
  fields: (t) => ({ id: t.exposeID('id') }),
});

export const DownloadLinkType = builder.objectRef<DownloadLink>('DownloadLink').implement({
  fields: (t) => ({
    downloadUrl: t.exposeString('downloadUrl'),
    filename: t.exposeString('filename'),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
});

const RequestUploadInput = builder.inputType('RequestUploadInput', {
  fields: (t) => ({
    filename: t.string({ required: true, description: '1 to 255 characters, without slashes.' }),
    fileSize: t.int({ description: 'Bytes. Where given, exactly so many can be uploaded.' }),
    mimeType: t.string({ defaultValue: 'application/pdf' }),
  }),
});

const uploadRules = z.object({
  filename: z
    .string()
    .regex(
      /^(?![. ]*$)[^\p{Cc}\p{Cs}\p{Bidi_Control}/\\]{1,255}$/u,
      'must have 1 to 255 characters, without slashes and control characters',
    ),
  fileSize: z
    .int()
    .min(1, 'must be at least 1')
    .nullish()
    .transform((bytes) => bytes ?? null),
  // A type and a subtype as RFC 6838 restricts them, and any parameters.
  mimeType: z
    .string()
    .max(255, 'must have at most 255 characters')
    .regex(/^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*( *;[\x20-\x7e]+)?$/i, 'must be a media type')
    .nullish()
    .transform((type) => type ?? 'application/pdf'),
});

builder.queryFields((t) => ({
  file: t.withAuth({ authenticated: true }).field({
    type: FileType,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services, principal }) => findOwnFile(services.em, principal, readId('File', id)),
  }),
  files: t.withAuth({ authenticated: true }).field({
    type: FileConnection,
    description: 'Newest first.',
    args: { ...pageArgs, status: t.arg({ type: FileStatusEnum }) },
    resolve: (_root, { status = null, ...page }, { services: { em }, principal }) =>
      connect(
        page,
        (part) => listFiles(em, principal, { ...part, status }),
        () => countFiles(em, principal, { status }),
      ),
  }),
  downloadLink: t.withAuth({ authenticated: true }).field({
    type: DownloadLinkType,
    description: 'A signed URL that downloads the file for a while.',
    args: {
      id: t.arg.id({ required: true }),
      format: t.arg({ type: DownloadFormatEnum, defaultValue: 'xlsx' }),
    },
    resolve: (_root, { id, format }, { services, principal }) =>
      createDownloadLink(services, principal, readId('File', id), format ?? 'xlsx'),
  }),
}));

builder.mutationFields((t) => ({
  requestUpload: t.withAuth({ authenticated: true }).field({
    ...rate('upload'),
    type: UploadType,
    description: 'Makes a pending file and a signed URL to put its bytes to.',
    args: { input: t.arg({ type: RequestUploadInput, required: true }) },
    resolve: (_root, { input }, { services, principal }) =>
      requestUpload(services, principal, readInput(uploadRules, input)),
  }),
  processFile: t.withAuth({ authenticated: true }).field({
    ...rate('process'),
    type: FileType,
    description: 'Sets the credits aside and queues the extraction.',
    args: {
      id: t.arg.id({ required: true }),
      force: t.arg.boolean({ defaultValue: false, description: 'Processes a completed file again, charged again.' }),
      password: t.arg.string({ description: 'Opens a locked PDF. It is used at once and kept nowhere.' }),
    },
    resolve: (_root, { id, force, password }, { services, principal }) =>
      processFile(services, principal, readId('File', id), { force: force ?? false, password: password ?? undefined }),
  }),
  deleteFile: t.withAuth({ authenticated: true }).field({
    ...rate('change'),
    type: DeletedFileType,
    description: 'Removes the file and all that is stored of it. Usage records stay.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, { services, principal }) => {
      const id = readId('File', args.id);
      await deleteFile(services, principal, id);
      return { id };
    },
  }),
}));

builder.subscriptionField('fileProgress', (t) =>
  t.withAuth({ authenticated: true }).field({
    type: FileType,
    description: 'The file now and at every change, until it is completed or has failed.',
    args: { id: t.arg.id({ required: true }) },
    subscribe: (_root, { id }, { services, fork, principal }) =>
      endWithError(watchFile({ progress: services.progress, fork }, principal, readId('File', id))),
    resolve: (event) => {
      if (event instanceof Error) throw event;
      return event;
    },
  }),
);
