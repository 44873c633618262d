/**
 * What a dashboard's name becomes on a disk: without what no file system takes, what turns text round, and dots or
 * blanks at an end, where they hide the file or are dropped.
 */
export function downloadName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain || 'dashboard';
}
