/** Where a file's objects are kept. Everything of one file starts with one of its two prefixes. */
export const uploadPrefix = (file: { userId: number; id: number }): string =>
  `${uploadsPrefix(file.userId)}file_id=${file.id}/`;

/** All uploads of one user. */
export const uploadsPrefix = (userId: number): string => `uploads/user_id=${userId}/`;

/** An output's path needs no more than a job knows, so that a run can be cleared away after its file is gone. */
export const outputPrefix = (fileId: number): string => `outputs/file_id=${fileId}/`;
export const runPrefix = (fileId: number, run: number): string => `${outputPrefix(fileId)}run=${run}/`;

/** Copies of a locked upload that open without its password. They live no longer than the run. */
export const unlockedPrefix = (fileId: number, run: number): string => `${runPrefix(fileId, run)}unlocked-`;
export const unlockedPath = (fileId: number, run: number, name: string): string =>
  `${unlockedPrefix(fileId, run)}${name}.pdf`;

export const outputPath = (fileId: number, run: number, extension: string): string =>
  `${runPrefix(fileId, run)}statement.${extension}`;
