import type { Repayment } from '../model.ts';
import { clausesOf } from './clause/clause.ts';
import type { ReadingContext } from './context.ts';
import { sentencesOf } from './sentences.ts';
import { spanOf } from './span.ts';
import { topicsOf } from './topic.ts';

/** Money goes back … */
const GIVEN_BACK = /restitu|krediteras|ska(?:ll)? (?:de|det|den|pengarna) tillbaka|går? (?:de |det )?tillbaka till|återbetal|återkräv|återkrav|återbär|återgå(?:r|s)?(?!\p{L})|återför|återlämna|återställ|återta(?:s|r|ga)?(?!\p{L})|(?:betala|kräv|begär|lämna|få)\p{L}*\s(?:\S+\s){0,5}?(?:tillbaka|åter)(?!\p{L})/iu;
/** … and it is money, not a key or a report. */
const MONEY = /återbetal|återkräv|återkrav|bidrag|medel|medlen|stöd(?:et)?(?!\p{L})|ersättning|pengar|belopp|anslag|överskott|betalat|kronor|tillskjutit|uppbur[ei]|betala|restitu|det som (?:är|blir) (?:kvar|över)|det som [^.,]{0,40}(?:inte|ej) (?:har )?(?:använ|förbruka|gått åt)/iu;
const CONDITION = /((?:om|vid|ifall|därest|för det fall|i den mån|har|medel som|outnyttjade|överskott|ej förbrukade)\b[^.]{5,220}?)(?:,|\s(?:ska|skall|har|kan|blir|är)\s|\.|$)/i;

/** Who gives money back and when; null where the agreement says nothing of it. */
export function readRepayment(ctx: ReadingContext): Repayment | null {
  const topics = topicsOf(ctx.doc);
  const said = ctx.doc.sections.flatMap((section, at) =>
    topics[at] === 'background' ? [] : section.blocks.flatMap((block) => (block.kind === 'row' || !/åter|tillbaka|restitu|kredit/i.test(block.text) ? [] : sentencesOf(block).filter((sentence) => GIVEN_BACK.test(sentence.text) && MONEY.test(sentence.text)))),
  );
  const first = said[0];
  if (!first) return null;
  return {
    who: said.map((sentence) => debtorOf(sentence.text, ctx)).find(Boolean) ?? null,
    when: said.map((sentence) => CONDITION.exec(sentence.text)?.[1]?.trim()).find(Boolean) ?? null,
    text: said.map((sentence) => sentence.text).join(' '),
    certainty: 'certain',
    source: spanOf(first.block, first.at, first.at + first.text.length),
  };
}

/** The party that pays back; the one with a right to claim is not it. */
function debtorOf(text: string, ctx: ReadingContext): string | null {
  const clause = clausesOf(text, ctx.parties).find((one) => one.form === 'modal' && one.modality === 'shall' && /återbetal|betala tillbaka|återbetalningsskyldig|återföra/i.test(text.slice(one.verbAt)));
  return clause?.parties[0] ?? (/(?:blir|är) (\S+ ){0,2}återbetalningsskyldig/i.test(text) ? (clausesOf(text, ctx.parties).at(-1)?.parties[0] ?? null) : null);
}
