/** What the list can be narrowed to, by the word in the address. */
const ACTIVE: Record<string, boolean> = { running: true, 'being-read': false };

/** Whether those that were taken back are asked for. */
export const takenBackNamed = (url: URL): boolean => url.searchParams.get('show') === 'taken-back';

/** Whether only running partnerships are asked for, or only those that are not; all where the address says neither. */
export const activeNamed = (url: URL): boolean | undefined => ACTIVE[url.searchParams.get('show') ?? ''];
