import { deLocalizeUrl, localizeHref } from '#locale';
import type { Language } from '#platform/sign-in/tables.ts';

/** Where somebody wanted to go, where that is a page of this house; else the start page. */
export function ownAddress(to: string | null | undefined, origin: string): string {
  if (!to?.startsWith('/') || !URL.canParse(to, origin)) return '/';
  const url = new URL(to, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : '/';
}

/** The same page in the language that the person has chosen, where they have. */
export function inTheirLanguage(to: string, language: Language | null, origin: string): string {
  if (!language) return to;
  const { pathname, search, hash } = deLocalizeUrl(new URL(to, origin));
  return localizeHref(pathname + search + hash, { locale: language });
}
