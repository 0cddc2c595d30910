/** The job that tells those who should know what has happened on walks. */
export const TELL_AFTER = 'walks.tell-after';
