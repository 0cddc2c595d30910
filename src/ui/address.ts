import { localizeHref } from '#locale';

/** The address of a page in the language being read: `/calendar`, or `/en/calendar` in English. */
export const address = (path: string): string => localizeHref(path);
