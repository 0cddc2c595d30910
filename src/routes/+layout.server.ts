import { maySomewhere, organisationOf } from '#platform/access/standing.ts';
import { getLocale, localizeHref } from '#locale';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url, route }) => {
  const { actor } = locals.context;
  const path = url.pathname.replace(/^\/en(?=\/|$)/, '') || '/';
  return {
    path,
    route: route.id,
    otherLanguage: localizeHref(path + url.search, { locale: getLocale() === 'sv' ? 'en' : 'sv' }),
    // What is offered at all; whether it may be done is asked again where it is done.
    can: {
      draft: maySomewhere(actor, 'agreement.draft'),
      record: maySomewhere(actor, 'duties.record'),
      manage: maySomewhere(actor, 'organisation.manage') || maySomewhere(actor, 'house.administer'),
    },
    me: actor.kind === 'person' ? { name: actor.name, organisation: organisationOf(actor)?.name ?? '' } : null,
    demo: locals.demo,
  };
};
