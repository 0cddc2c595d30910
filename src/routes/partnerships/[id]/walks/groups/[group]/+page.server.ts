import { guard, invite } from '#partnership/people';
import { doPassedDuty, groupToSee, meetNewcomer, movingOn, newcomersOf, noteNoAnswer, seeContact, setGroupAreas, welcomeNewcomer } from '#partnership/walks';
import { moveNewcomerAndTell } from '../../../../../../reactions/finding-walkers.ts';
import { endGroupAndTell, nameContactAndTell, sayAboutGroupAndTell, startGroupAndTell } from '../../../../../../reactions/walking-groups.ts';
import { valueOr404 } from '../../../../../answer.ts';
import { type Fields, formAction } from '../../../../../form-action.ts';
import { ofPartnership } from '../../of-partnership.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const head = await ofPartnership(context, params.id);
  const group = valueOr404(await groupToSee(context, params.id, params.group));
  const [newcomers, moving] = group.mayLead ? [valueOr404(await newcomersOf(context, params.group)), valueOr404(await movingOn(context, params.group))] : [null, null];
  const { hide } = await guard(context);
  return { ...head, today: context.clock.today(), ...hide(params.id, { group }), newcomers, moving };
};

const at = (part: string) => ({ params }: { params: Partial<Record<string, string>> }) => `/partnerships/${params.id}/walks/groups/${params.group}#${part}`;

/** The areas that were ticked: each box has the name of its area. */
const tickedAreas = (fields: Fields): string[] => Object.keys(fields).flatMap((name) => (name.startsWith('area-') ? [name.slice('area-'.length)] : []));

export const actions: Actions = {
  say: formAction(
    'say',
    (context, { agrees, words }, { params, url, lookedAt }) => sayAboutGroupAndTell(context, { groupId: params.group!, agrees: agrees as 'yes', words: words ?? '', lookedAt, origin: url.origin }),
    at('heard'),
  ),
  start: formAction('start', (context, _fields, { params, url }) => startGroupAndTell(context, { groupId: params.group!, origin: url.origin }), at('heard')),
  end: formAction('end', (context, _fields, { params, url }) => endGroupAndTell(context, { groupId: params.group!, origin: url.origin }), at('ending')),
  contact: formAction('contact', (context, { person }, { params, url }) => nameContactAndTell(context, { groupId: params.group!, personId: person ?? '', origin: url.origin }), at('contact')),
  seen: formAction('contact', (context, _fields, { params }) => seeContact(context, { groupId: params.group! }), at('contact')),
  invite: formAction(
    'invite',
    (context, { organisation = '', name = '', email = '' }, { params, url }) => invite(context, { role: 'group-leader', organisationId: organisation, agreementId: params.id!, name, email, origin: url.origin }),
    at('contact'),
  ),
  areas: formAction('areas', (context, fields, { params }) => setGroupAreas(context, { groupId: params.group!, areaIds: tickedAreas(fields) }), at('areas')),
  done: formAction('passed', (context, { passed = '' }) => doPassedDuty(context, { passedId: passed }), at('passed')),
  met: formAction('newcomers', (context, { newcomer = '' }) => meetNewcomer(context, { newcomerId: newcomer }), at('newcomers')),
  move: formAction('newcomers', (context, { newcomer = '', group = '' }, { url }) => moveNewcomerAndTell(context, { newcomerId: newcomer, groupId: group, origin: url.origin }), at('newcomers')),
  unanswered: formAction('newcomers', (context, { newcomer = '' }) => noteNoAnswer(context, { newcomerId: newcomer }), at('newcomers')),
  welcome: (event) => formAction('newcomers', (context, { newcomer = '', birthYear = '' }) => welcomeNewcomer(context, { newcomerId: newcomer, birthYear }, event.locals.signIn.secret), at('newcomers'))(event),
};
