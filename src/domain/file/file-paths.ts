/** Where a file's objects are kept. Everything of one file starts with one of its two prefixes. */
type Owned = { userId: number; id: number };

export const uploadPrefix = ({ userId, id }: Owned): string => `uploads/user_id=${userId}/file_id=${id}/`;
export const outputPrefix = ({ userId, id }: Owned): string => `outputs/user_id=${userId}/file_id=${id}/`;

export const runPrefix = (file: Owned, run: number): string => `${outputPrefix(file)}run=${run}/`;
export const outputPath = (file: Owned, run: number, extension: string): string =>
  `${runPrefix(file, run)}statement.${extension}`;
