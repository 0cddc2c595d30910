import { organisationOf } from '#platform/access/standing.ts';
import { getLocale, localizeHref } from '#locale';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url, route }) => {
  const { actor } = locals.context;
  const path = url.pathname.replace(/^\/en(?=\/|$)/, '') || '/';
  return {
    path,
    route: route.id,
    otherLanguage: localizeHref(path + url.search, { locale: getLocale() === 'sv' ? 'en' : 'sv' }),
    me: actor.kind === 'person' ? { name: actor.name, organisation: organisationOf(actor)?.name ?? '' } : { name: '', organisation: '' },
  };
};
