/** The job that tells walkers what has happened, reminds them and lets places go on. Sent to be prompt: it finds its work in the tables. */
export const LOOK_AFTER = 'walks.look-after';
