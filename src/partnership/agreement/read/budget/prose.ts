import type { BudgetLine } from '../../model.ts';
import { moneyInBlock } from '../amounts/prose.ts';
import type { Block, Section } from '../document.ts';
import { isHistory } from '../history.ts';
import type { Money } from '../lex/money.ts';
import { sentencesOf } from '../sentences.ts';
import { spanOf } from '../span.ts';
import { kindOf } from './kind.ts';
import type { Topic } from '../topic.ts';

const SPENT = /(?:läggas|läggs|användas|används|går|gå|avser|avsätts|avsättas|fördelas|disponeras|ska täcka|täcker|utgör|är avsett|är avsedd|beräknas)\s+(?:\S+\s){0,4}?(?:på|till|för|åt)?\s*/i;
const PURPOSE = /(?:(?:läggas|läggs|användas|används|går|gå|avsätts|avsättas|fördelas|disponeras|avsett|avsedda?)\s+(?:\S+\s){0,2}?(?:på|till|för|åt)|(?:ska |skall )?(?:avser|täcka|täcker|utgör)|^\s+(?=(?!(?:per|i|för|av|om|på|från|till|vid|under|som|varav|den|är|ska|skall|exkl|inkl)\s)\p{L}+(?:,|\s(?:och|samt)\s*$|\.?$|\s\p{L}+(?:,|\s(?:och|samt)\s*$|\.?$)))|^\s*(?:gå\s|går\s)?(?:till|på|avseende))\s*([^.;]{3,120})/iu;

/** "… ska ca 250 000 kronor läggas på lön": sums in a sentence that says what each is spent on. */
export function budgetLinesInProse(section: Section, topic: Topic): BudgetLine[] {
  if (topic !== 'economy' && topic !== 'budget' && topic !== 'payments') return [];
  return section.blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'item').flatMap((block) => linesInBlock(block, topic));
}

function linesInBlock(block: Block, topic: Topic): BudgetLine[] {
  const money = moneyInBlock(block);
  if (money.length === 0) return [];
  return sentencesOf(block).flatMap((sentence) => {
    const end = sentence.at + sentence.text.length;
    const inside = money.filter((sum) => sum.at >= sentence.at && sum.at < end);
    if (inside.length === 0 || isHistory(sentence.text)) return [];
    const listed = enumerated(block, sentence.at, end, inside, topic);
    if (listed.length > 0) return listed;
    if (!SPENT.test(sentence.text)) return [];
    return inside.flatMap((sum, nth) => {
      const after = block.text.slice(sum.end, inside[nth + 1]?.at ?? end);
      const purpose = PURPOSE.exec(after)?.[1]?.replace(/(?:,|\s)+(?:och|samt|varav|vilket .*|som .*|resterande)?\s*$/i, '').replace(/, vilket.*$/i, '').trim();
      return purpose && !/^(?:det (?:första|andra)|år|perioden|avtals|den \d|hela|kommun|förening)/i.test(purpose) ? [{ label: purpose, sek: sum.sek, kind: 'cost' as const, certainty: 'likely' as const, source: spanOf(block, sentence.at, end) }] : [];
    });
  });
}

const LISTS = /(?:används|användas|fördelas?|fördelat|fördelning|budget|kostnader(?:na)?|medlen|intäkter(?:na)?)[^:.]{0,60}(?::|enligt följande|på följande sätt|såhär|så här|(?<!\p{L})varav)\s*|(?:fördelas|fördelat|fördelade|delas upp) på\s/iu;

/** "Mat 155 000 kr, hyra 20 000 kr, totalt 175 000 kr": a list that adds itself up. */
const SUMMED = /,\s(?:totalt|summa|sammanlagt|tillsammans)\s(?:ca\s)?\d/iu;

/** "… används så: projektledare 720 000 kronor, klimatmarknad 60 000 kronor samt …": label and sum in turn. */
function enumerated(block: Block, from: number, to: number, money: Money[], topic: Topic): BudgetLine[] {
  const text = block.text.slice(from, to);
  const opening = LISTS.exec(text);
  if (!opening && !(topic === 'budget' && money.length > 2 && SUMMED.test(text))) return [];
  let at = from + (opening ? opening.index + opening[0].length : 0);
  const lines: BudgetLine[] = [];
  for (const sum of money.filter((one) => one.at >= at)) {
    const label = block.text.slice(at, sum.at).replace(/^[\s,;.)]*(?:(?:och|samt)\s)?/, '').replace(/[\s,:–(-]+$/, '').replace(/\s(?:kronor|kr|sek)$/i, '').trim();
    if (!/^\p{L}[^.]{1,60}$/u.test(label)) return [];
    lines.push({ label, sek: sum.sek, kind: kindOf(label, sum.sek, null), certainty: 'likely', source: spanOf(block, at, sum.end) });
    at = sum.end;
  }
  return lines.length > 1 ? lines : [];
}
