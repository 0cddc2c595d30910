import * as m from '#messages';
import { actorsIn } from './actors.ts';
import type { Block } from '../read/document.ts';
import type { Check, CheckedAgreement } from './check.ts';
import { quote, sentencesSaying, spanOfSentence, words } from './passages.ts';

const FOLLOW_UP = words('(?:samlad |gemensam |skriftlig |ekonomisk |årlig )?(?:\\p{L}*uppföljning|utvärdering|\\p{L}*rapport|\\p{L}*redovisning|sammanställning)(?:en)?');
const PASSIVE = words('ska(?:ll)? (?:\\p{L}+ ){0,3}?(?:redovisas|genomföras|göras|lämnas|inlämnas|presenteras|sammanställas|inges|skickas)|^(?:\\p{L}*rapport|\\p{L}*redovisning)(?:en)? (?:lämnas|skickas|redovisas)');

/** "by OS", "to Anna": somebody by a name we do not know. */
const NAMED = /(?<!\p{L})(?:av|till|för) \p{Lu}/u;

/** Further in, the follow-up is not what the sentence is about. */
const FARTHEST = 30;

/** A follow-up "shall be presented", and the sentence names neither who does it nor to whom. */
export const followUpWithoutSenderOrReceiver: Check<{ what: string }> = {
  code: 'follow-up-without-sender-or-receiver',
  severity: 'warning',
  say: m.check_follow_up_without_sender_or_receiver,
  find(agreement) {
    const actors = actorsIn(agreement);
    return sentencesSaying(agreement.doc, PASSIVE).flatMap((sentence) => {
      const { block, text } = sentence;
      const passive = text.search(PASSIVE);
      const subject = text.search(FOLLOW_UP);
      if (block.kind === 'heading' || subject < 0 || subject > Math.min(passive, FARTHEST) || [text, headingOf(agreement, block)].some((near) => near.search(actors) >= 0) || NAMED.test(text)) return [];
      return [{ span: spanOfSentence(sentence), facts: { what: quote(text) } }];
    });
  },
};

/** What stands under "Föreningens åtaganden" is the association's. */
const headingOf = ({ doc }: CheckedAgreement, block: Block): string => doc.sections[block.section]?.heading?.text ?? '';
